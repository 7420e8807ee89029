package io.github.noise2clean.dataset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import net.imglib2.util.Intervals;

/**
 * Shows whole images of one size, each once an epoch, in a new order every time and never turned:
 * the custom for data sets of small pictures, such as digits.
 */
public final class WholeImages implements BatchSource {

    private static final int NOISE_STREAM = 1;

    private final List<TrainingImage> images;
    private final long seed;
    private long epoch = -1;
    private List<TrainingImage> shuffled = List.of();

    /**
     * @throws IllegalArgumentException with a sentence for the user, if the images differ in size
     */
    public WholeImages(List<TrainingImage> images, long seed) {
        if (images.isEmpty()) throw new IllegalArgumentException("no images to show");
        this.images = List.copyOf(images);
        this.seed = seed;
        if (images.stream().anyMatch(image -> !hasSizeOfFirst(image)))
            throw new IllegalArgumentException(
                    "The images differ in size: to learn from whole images, make them alike, or"
                            + " choose a patch size.");
    }

    @Override
    public synchronized Batch batch(long step, int patches) {
        RandomGenerator random = Seeds.random(Seeds.mixed(seed, NOISE_STREAM), step);
        List<Batch.Item> items = new ArrayList<>();
        for (int i = 0; i < patches; i++) {
            TrainingImage image = image(step * patches + i);
            PatchPlace place = PatchPlace.whole(image.target());
            items.add(new Batch.Item(image, image.cut(place, random)));
        }
        return Batch.of(items, Intervals.dimensionsAsLongArray(images.get(0).target()));
    }

    /** The image at a place in the sequence of all epochs. */
    private TrainingImage image(long place) {
        if (epoch != place / images.size()) {
            epoch = place / images.size();
            shuffled = new ArrayList<>(images);
            Collections.shuffle(shuffled, new java.util.Random(Seeds.mixed(seed, epoch)));
        }
        return shuffled.get((int) (place % images.size()));
    }

    private boolean hasSizeOfFirst(TrainingImage image) {
        return Intervals.equalDimensions(image.target(), images.get(0).target());
    }
}
