package io.github.noise2clean.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Cuts random patches, turned and mirrored at random, of images of any size. */
public final class PatchSampler implements BatchSource {

    private final List<TrainingImage> images;
    private final long[] pixelsUpTo;
    private final long[] size;
    private final long seed;

    /**
     * @param size of a patch along the spatial axes, x first
     */
    public PatchSampler(List<TrainingImage> images, long[] size, long seed) {
        if (images.isEmpty()) throw new IllegalArgumentException("no images to cut patches from");
        if (images.stream().anyMatch(image -> image.dimensions() != size.length))
            throw new IllegalArgumentException("not every image has " + size.length + " axes");
        this.images = List.copyOf(images);
        this.size = size.clone();
        this.seed = seed;
        this.pixelsUpTo = new long[images.size()];
        long pixels = 0;
        for (int i = 0; i < pixelsUpTo.length; i++)
            pixelsUpTo[i] = pixels += images.get(i).pixels();
    }

    /** The number of pixels that patches are cut from. */
    public long pixels() {
        return pixelsUpTo[pixelsUpTo.length - 1];
    }

    @Override
    public Batch batch(long step, int patches) {
        RandomGenerator random = Seeds.random(seed, step);
        List<Batch.Item> items = new ArrayList<>();
        for (int i = 0; i < patches; i++) {
            TrainingImage image = image(random);
            PatchPlace place = PatchPlace.random(random, image.target(), size);
            items.add(new Batch.Item(image, image.cut(place, random)));
        }
        return Batch.of(items, sizeWithChannels());
    }

    /** Every pixel of the data set is as likely as any other, whatever the image sizes. */
    private TrainingImage image(RandomGenerator random) {
        int found = Arrays.binarySearch(pixelsUpTo, random.nextLong(pixels()) + 1);
        return images.get(found >= 0 ? found : -found - 1);
    }

    private long[] sizeWithChannels() {
        long[] all = Arrays.copyOf(size, size.length + 1);
        all[size.length] = images.get(0).channels();
        return all;
    }
}
