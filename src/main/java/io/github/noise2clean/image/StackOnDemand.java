package io.github.noise2clean.image;

import ij.ImageStack;
import ij.VirtualStack;
import ij.process.ImageProcessor;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * A stack for ImageJ whose planes are made when they are looked at; those looked at last stay in
 * memory. What is written into them is forgotten.
 *
 * <p>A plane that cannot be made is black, and the reason is told once: an exception would end the
 * threads by which ImageJ shows slices. The next look tries it again.
 */
final class StackOnDemand extends VirtualStack {

    private final List<Object> planes;
    private final List<String> labels;
    private final Consumer<String> notes;
    private final Set<Integer> told = new HashSet<>();

    /**
     * @param labels of all planes
     * @param notes is told why planes are black
     */
    StackOnDemand(ImageSize size, List<String> labels, PlaneReader reader, Consumer<String> notes) {
        super(size.width(), size.height(), null, "");
        this.planes = PlaneCache.ofStrips().planes(labels.size(), reader);
        this.labels = labels;
        this.notes = notes;
        // ImageJ deletes slices by deleting their names.
        for (int i = 0; i < labels.size(); i++) addSlice(Integer.toString(i));
        setBitDepth(processor(planes.get(0)).getBitDepth());
    }

    @Override
    public ImageProcessor getProcessor(int n) {
        int index = index(n);
        try {
            return processor(planes.get(index)).duplicate();
        } catch (CancellationException e) {
            return black();
        } catch (RuntimeException e) {
            tell(index, e);
            return black();
        }
    }

    /** May be null, as of other stacks. */
    @Override
    public String getSliceLabel(int n) {
        return labels.get(index(n));
    }

    private int index(int n) {
        return Integer.parseInt(getFileName(n));
    }

    private ImageProcessor processor(Object pixels) {
        ImageStack stack = new ImageStack(getWidth(), getHeight(), getColorModel());
        stack.addSlice("", pixels);
        return stack.getProcessor(1);
    }

    private ImageProcessor black() {
        return ImageStack.create(getWidth(), getHeight(), 1, getBitDepth()).getProcessor(1);
    }

    private synchronized void tell(int index, RuntimeException fault) {
        String reason = Objects.requireNonNullElse(fault.getMessage(), fault.toString());
        if (told.add(index)) notes.accept("Slice " + (index + 1) + " is shown black. " + reason);
    }
}
