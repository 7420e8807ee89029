package io.github.noise2clean.dataset;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Chooses the images that patches are cut from: every pixel of the data set is as likely as any
 * other, whatever the image sizes.
 *
 * <p>Of more than 268 million (2^28) pixels, which a cache may not hold, the patches of a step come
 * from a few images, which are exchanged one after the other, each after 64 steps, so that an image
 * is not read from the disk for a single patch. This depends on the seed, the step and the image
 * sizes only, not on the memory: another computer chooses the same.
 */
final class ImageChoice {

    /** Of one channel; as 16-bit pixels half a gigabyte. */
    private static final long MOST_PIXELS = 1L << 28;

    /** Of the images that are in turn together, unless they are so large that these are fewer. */
    private static final long PIXELS_IN_TURN = 1L << 26;

    private static final int FEWEST_IN_TURN = 4;
    private static final int STEPS = 64;
    private static final int TURN_STREAM = 1;

    private final long[] pixelsUpTo;
    private final long seed;

    /** The number of images that are in turn at a step; 0 where all are at any. */
    private final int inTurn;

    ImageChoice(List<TrainingImage> images, long seed) {
        this.pixelsUpTo = new long[images.size()];
        this.seed = Seeds.mixed(seed, TURN_STREAM);
        long pixels = 0;
        for (int i = 0; i < pixelsUpTo.length; i++)
            pixelsUpTo[i] = pixels += images.get(i).pixels();
        this.inTurn = pixels > MOST_PIXELS ? inTurn(pixels / images.size()) : 0;
    }

    long pixels() {
        return pixelsUpTo[pixelsUpTo.length - 1];
    }

    /** The index of an image for a patch of a step. */
    int draw(RandomGenerator random, long step) {
        if (inTurn == 0) return byPixels(random);
        int place = random.nextInt(inTurn);
        long turn = (step + (long) place * STEPS / inTurn) / STEPS;
        return byPixels(Seeds.random(Seeds.mixed(seed, place), turn));
    }

    private static int inTurn(long pixelsOfImage) {
        return (int) Math.max(FEWEST_IN_TURN, PIXELS_IN_TURN / Math.max(1, pixelsOfImage));
    }

    private int byPixels(RandomGenerator random) {
        int found = Arrays.binarySearch(pixelsUpTo, random.nextLong(pixels()) + 1);
        return found >= 0 ? found : -found - 1;
    }
}
