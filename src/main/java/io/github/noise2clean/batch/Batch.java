package io.github.noise2clean.batch;

import ij.ImagePlus;
import ij.process.FloatProcessor;
import io.github.noise2clean.denoise.DenoisingListener;
import io.github.noise2clean.denoise.DenoisingSettings;
import io.github.noise2clean.denoise.Outcome;
import io.github.noise2clean.image.FileImage;
import io.github.noise2clean.image.ImageFiles;
import io.github.noise2clean.image.PlaneCache;
import io.github.noise2clean.tensor.EngineLoadException;
import io.github.noise2clean.zeroshot.Denoising;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Denoises files one after the other by networks that stay loaded. One that cannot be denoised,
 * whatever the reason, is reported, and does not stop the others.
 */
public final class Batch {

    private static final double SECOND = 1e9;
    private static final int HEAP_SHARE = 4;

    private final Denoising denoising;
    private final DenoisingSettings settings;
    private final Source source;
    private final long memory;

    /**
     * @param settings that {@code denoising} has
     */
    public Batch(Denoising denoising, DenoisingSettings settings) {
        this(denoising, settings, ImageFiles::open);
    }

    Batch(Denoising denoising, DenoisingSettings settings, Source source) {
        this(denoising, settings, source, Runtime.getRuntime().maxMemory() / HEAP_SHARE);
    }

    /**
     * @param memory bytes that an image and its result may take; larger ones stay in their files
     */
    Batch(Denoising denoising, DenoisingSettings settings, Source source, long memory) {
        this.denoising = denoising;
        this.settings = settings;
        this.source = source;
        this.memory = memory;
    }

    /** What opens image files. */
    interface Source {
        ImagePlus open(Path file) throws IOException;
    }

    /**
     * Denoises all files, or those before the listener stops the work. A result appears complete or
     * not at all.
     *
     * @throws IOException if the log cannot be written to, or the listener throws it
     * @throws io.github.noise2clean.tensor.EngineLoadException if PyTorch cannot be loaded, since
     *     no file could be denoised
     */
    public BatchSummary run(BatchFiles files, BatchLog log, BatchListener listener)
            throws IOException {
        Course course = new Course(files, log, listener);
        course.tellSettled();
        try {
            for (BatchFile file : files.files()) {
                course.next();
                course.tell(denoised(file, course, listener));
            }
        } catch (CancellationException e) { // the summary tells what is left
        }
        return course.summary();
    }

    private FileReport denoised(BatchFile file, DenoisingListener course, BatchListener listener) {
        long begin = System.nanoTime();
        try {
            listener.saved(file, saved(file, course));
            return FileReport.done(file, seconds(begin));
        } catch (CancellationException | EngineLoadException e) {
            throw e;
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            if (!FileReport.isExplained(e)) listener.bug(e);
            return FileReport.failed(file.input(), seconds(begin), e);
        }
    }

    private Outcome saved(BatchFile file, DenoisingListener course) throws IOException {
        Optional<FileImage> large = large(file);
        if (large.isPresent()) return denoising.outcome(large.get(), file.output(), course);
        ImagePlus noisy = source.open(file.input());
        ImageFiles.requireSavable(likeResult(noisy), file.output());
        Outcome outcome = denoising.outcome(noisy, course);
        ImageFiles.save(outcome.image(), file.output());
        return outcome;
    }

    /** The image, if it can stay in its file, and it and its result would take too much memory. */
    private Optional<FileImage> large(BatchFile file) throws IOException {
        if (!mayBeLarge(file) || !ImageFiles.isNamedAsTiff(file.output())) return Optional.empty();
        return ImageFiles.inPlace(file.input(), PlaneCache.ofStrips())
                .filter(image -> image.bytes() + settings.resultBytes(image) > memory);
    }

    /** Without a look into it: a byte of it becomes a 32-bit value in each map at most. */
    private boolean mayBeLarge(BatchFile file) {
        int maps = Math.max(1, settings.estimate().maps().size());
        return 2.0 * file.size() * (1 + Float.BYTES * maps) > memory;
    }

    /** An image of the result's type, before there is one. */
    private ImagePlus likeResult(ImagePlus noisy) {
        return settings.asFloat() || !settings.estimate().maps().isEmpty()
                ? new ImagePlus(noisy.getTitle(), new FloatProcessor(1, 1))
                : noisy;
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / SECOND;
    }
}
