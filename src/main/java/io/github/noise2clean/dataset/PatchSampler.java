package io.github.noise2clean.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/**
 * Cuts random patches of images of any size.
 *
 * <p>Of patches of empty background, as {@link Background} tells them, one in eight is kept;
 * instead of the others, places in the same image are drawn anew, up to eight times, so that a
 * network sees more of what there is to learn, and an image that is nearly empty is still seen.
 */
public final class PatchSampler implements BatchSource {

    private static final double EMPTY_KEPT = 0.125;
    private static final int REDRAWS = 8;

    private final List<TrainingImage> images;
    private final ImageChoice choice;
    private final Map<Integer, Background> backgrounds = new ConcurrentHashMap<>();
    private final long[] size;
    private final boolean turned;
    private final long seed;

    /** Turns and mirrors patches at random. */
    public PatchSampler(List<TrainingImage> images, long[] size, long seed) {
        this(images, size, true, seed);
    }

    /**
     * @param size of a patch along the spatial axes, x first
     * @param turned whether patches are turned and mirrored at random
     */
    public PatchSampler(List<TrainingImage> images, long[] size, boolean turned, long seed) {
        if (images.isEmpty()) throw new IllegalArgumentException("no images to cut patches from");
        if (images.stream().anyMatch(image -> image.dimensions() != size.length))
            throw new IllegalArgumentException("not every image has " + size.length + " axes");
        this.images = List.copyOf(images);
        this.choice = new ImageChoice(images, seed);
        this.size = size.clone();
        this.turned = turned;
        this.seed = seed;
    }

    /** The number of pixels that patches are cut from. */
    public long pixels() {
        return choice.pixels();
    }

    @Override
    public Batch batch(long step, int patches) {
        RandomGenerator random = Seeds.random(seed, step);
        List<Batch.Item> items = new ArrayList<>();
        for (int i = 0; i < patches; i++) {
            int index = choice.draw(random, step);
            TrainingImage image = images.get(index);
            PatchPlace place = place(index, random);
            items.add(new Batch.Item(image, image.cut(turned ? place : place.upright(), random)));
        }
        return Batch.of(items, sizeWithChannels());
    }

    private PatchPlace place(int index, RandomGenerator random) {
        TrainingImage image = images.get(index);
        PatchPlace place = PatchPlace.random(random, image.target(), size);
        for (int i = 0; i < REDRAWS && isEmpty(index, place); i++) {
            if (random.nextDouble() < EMPTY_KEPT) return place;
            place = PatchPlace.random(random, image.target(), size);
        }
        return place;
    }

    private boolean isEmpty(int index, PatchPlace place) {
        TrainingImage image = images.get(index);
        return backgrounds
                .computeIfAbsent(index, i -> Background.of(image))
                .covers(image, place.region());
    }

    private long[] sizeWithChannels() {
        long[] all = Arrays.copyOf(size, size.length + 1);
        all[size.length] = images.get(0).channels();
        return all;
    }
}
