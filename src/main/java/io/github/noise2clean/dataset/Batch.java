package io.github.noise2clean.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Patches for one step of training.
 *
 * @param noisy normalised, {@code [N, C, H, W]} or {@code [N, C, D, H, W]} row-major; of so many
 *     times the channels as planes are shown at once
 * @param target the same of what the network should make of them
 * @param counted of the target's shape, 1 where the network is judged and 0 elsewhere; absent where
 *     it is everywhere
 * @param size of a target patch, {@code [C, H, W]} or {@code [C, D, H, W]}
 * @param images where each patch was cut
 */
public record Batch(
        float[] noisy,
        float[] target,
        Optional<float[]> counted,
        List<Long> size,
        List<TrainingImage> images) {

    /** A patch and where it was cut. */
    record Item(TrainingImage image, Patch patch) {}

    /**
     * @param size of a patch, x first
     */
    static Batch of(List<Item> items, long[] size) {
        List<Patch> patches = items.stream().map(Item::patch).toList();
        boolean partly = patches.get(0).counted().isPresent();
        return new Batch(
                joined(patches.stream().map(Patch::noisy).toList()),
                joined(patches.stream().map(Patch::target).toList()),
                partly
                        ? Optional.of(
                                joined(
                                        patches.stream()
                                                .map(p -> p.counted().orElseThrow())
                                                .toList()))
                        : Optional.empty(),
                slowestFirst(size),
                items.stream().map(Item::image).toList());
    }

    private static float[] joined(List<float[]> patches) {
        int length = patches.get(0).length;
        float[] all = new float[Math.multiplyExact(patches.size(), length)];
        for (int i = 0; i < patches.size(); i++)
            System.arraycopy(patches.get(i), 0, all, i * length, length);
        return all;
    }

    public int patches() {
        return images.size();
    }

    /** How many values of the target the network is judged by. */
    public double countedValues() {
        if (counted.isEmpty()) return target.length;
        double sum = 0;
        for (float share : counted.get()) sum += share;
        return sum;
    }

    /** The same patches in order, in batches of at most so many. */
    public List<Batch> parts(int most) {
        if (most >= patches()) return List.of(this);
        List<Batch> parts = new ArrayList<>();
        for (int first = 0; first < patches(); first += most)
            parts.add(part(first, Math.min(first + most, patches())));
        return parts;
    }

    /** The number of values of one patch that the network makes. */
    public int patchValues() {
        return target.length / patches();
    }

    /** The channels of all planes that are shown at once. */
    public int shownChannels() {
        return noisy.length / target.length * channels();
    }

    public int channels() {
        return Math.toIntExact(size.get(0));
    }

    private Batch part(int first, int end) {
        return new Batch(
                part(noisy, first, end),
                part(target, first, end),
                counted.map(all -> part(all, first, end)),
                size,
                images.subList(first, end));
    }

    private float[] part(float[] values, int first, int end) {
        int patch = values.length / patches();
        return Arrays.copyOfRange(values, first * patch, end * patch);
    }

    private static List<Long> slowestFirst(long[] size) {
        List<Long> reversed = new ArrayList<>(Arrays.stream(size).boxed().toList());
        Collections.reverse(reversed);
        return reversed;
    }
}
