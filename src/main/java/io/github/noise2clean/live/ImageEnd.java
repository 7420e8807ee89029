package io.github.noise2clean.live;

import ij.ImageListener;
import ij.ImagePlus;
import java.lang.ref.WeakReference;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Ends what belongs to an image when that is closed, on the event thread. It keeps neither in
 * memory: ImageJ tells nothing of an image that had no window.
 */
public final class ImageEnd<T> implements ImageListener {

    private final WeakReference<ImagePlus> image;
    private final WeakReference<T> belonging;
    private final Consumer<T> end;

    private ImageEnd(ImagePlus image, T belonging, Consumer<T> end) {
        this.image = new WeakReference<>(image);
        this.belonging = new WeakReference<>(belonging);
        this.end = end;
    }

    public static <T> ImageEnd<T> of(ImagePlus image, T belonging, Consumer<T> end) {
        ImageEnd<T> listener = new ImageEnd<>(image, belonging, end);
        ImagePlus.addImageListener(listener);
        return listener;
    }

    /** It has ended otherwise. */
    void forget() {
        ImagePlus.removeImageListener(this);
    }

    @Override
    public void imageOpened(ImagePlus image) {}

    @Override
    public void imageUpdated(ImagePlus image) {}

    @Override
    public void imageClosed(ImagePlus closed) {
        if (!image.refersTo(closed) && !image.refersTo(null)) return;
        forget();
        if (image.refersTo(closed)) Optional.ofNullable(belonging.get()).ifPresent(end);
    }
}
