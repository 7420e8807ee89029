package io.github.noise2clean.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import net.imglib2.util.Intervals;

/**
 * Cuts batches of random patches. A batch depends on the seed and the step's number only, so that
 * an interrupted training goes on with the patches it would have seen.
 */
public final class PatchSampler {

    private final List<TrainingImage> images;
    private final long[] pixelsUpTo;
    private final long[] size;
    private final long seed;

    /**
     * @param size of a patch, x first
     */
    public PatchSampler(List<TrainingImage> images, long[] size, long seed) {
        if (images.isEmpty()) throw new IllegalArgumentException("no images to cut patches from");
        if (images.stream().anyMatch(image -> image.clean().numDimensions() != size.length))
            throw new IllegalArgumentException("not every image has " + size.length + " axes");
        this.images = List.copyOf(images);
        this.size = size.clone();
        this.seed = seed;
        this.pixelsUpTo = new long[images.size()];
        long pixels = 0;
        for (int i = 0; i < pixelsUpTo.length; i++)
            pixelsUpTo[i] = pixels += Intervals.numElements(images.get(i).clean());
    }

    /** The number of pixels that patches are cut from. */
    public long pixels() {
        return pixelsUpTo[pixelsUpTo.length - 1];
    }

    public Batch batch(long step, int patches) {
        RandomGenerator random = Seeds.random(seed, step);
        int length = Math.toIntExact(Arrays.stream(size).reduce(1, Math::multiplyExact));
        float[] noisy = new float[patches * length];
        float[] clean = new float[patches * length];
        List<TrainingImage> origins = new ArrayList<>();
        for (int i = 0; i < patches; i++) {
            TrainingImage image = image(random);
            TrainingImage.Patch patch =
                    image.cut(PatchPlace.random(random, image.clean(), size), random);
            System.arraycopy(patch.noisy(), 0, noisy, i * length, length);
            System.arraycopy(patch.clean(), 0, clean, i * length, length);
            origins.add(image);
        }
        return new Batch(noisy, clean, slowestFirst(), origins);
    }

    /** Every pixel of the data set is as likely as any other, whatever the image sizes. */
    private TrainingImage image(RandomGenerator random) {
        int found = Arrays.binarySearch(pixelsUpTo, random.nextLong(pixels()) + 1);
        return images.get(found >= 0 ? found : -found - 1);
    }

    private List<Long> slowestFirst() {
        List<Long> reversed = new ArrayList<>(Arrays.stream(size).boxed().toList());
        Collections.reverse(reversed);
        return reversed;
    }
}
