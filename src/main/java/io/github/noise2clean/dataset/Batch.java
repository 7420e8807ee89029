package io.github.noise2clean.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Patches for one step of training.
 *
 * @param noisy normalised, {@code [N, C, H, W]} or {@code [N, C, D, H, W]} row-major
 * @param target the same of what the network should make of them
 * @param size of a patch, {@code [C, H, W]} or {@code [C, D, H, W]}
 * @param images where each patch was cut
 */
public record Batch(float[] noisy, float[] target, List<Long> size, List<TrainingImage> images) {

    /** A patch and where it was cut. */
    record Item(TrainingImage image, TrainingImage.Patch patch) {}

    /**
     * @param size of a patch, x first
     */
    static Batch of(List<Item> items, long[] size) {
        int length = Math.toIntExact(Arrays.stream(size).reduce(1, Math::multiplyExact));
        float[] noisy = new float[Math.multiplyExact(items.size(), length)];
        float[] target = new float[noisy.length];
        for (int i = 0; i < items.size(); i++) {
            System.arraycopy(items.get(i).patch().noisy(), 0, noisy, i * length, length);
            System.arraycopy(items.get(i).patch().target(), 0, target, i * length, length);
        }
        return new Batch(
                noisy, target, slowestFirst(size), items.stream().map(Item::image).toList());
    }

    public int patches() {
        return images.size();
    }

    /** The number of values of one patch. */
    public int patchValues() {
        return noisy.length / patches();
    }

    public int channels() {
        return Math.toIntExact(size.get(0));
    }

    private static List<Long> slowestFirst(long[] size) {
        List<Long> reversed = new ArrayList<>(Arrays.stream(size).boxed().toList());
        Collections.reverse(reversed);
        return reversed;
    }
}
