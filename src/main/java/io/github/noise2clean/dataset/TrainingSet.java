package io.github.noise2clean.dataset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.util.Intervals;

/**
 * Images to learn from, and images that are kept apart to see how well it went.
 *
 * @param validation empty where nothing is to be judged
 */
public record TrainingSet(List<TrainingImage> training, List<TrainingImage> validation) {

    /** Of a large stack: more would tell no more, and take images from the training. */
    private static final int MOST_PLANES = 1000;

    public TrainingSet {
        training = List.copyOf(training);
        validation = List.copyOf(validation);
    }

    /**
     * Keeps a share of the data for validation: whole files where there are several; of a single
     * stack its last planes, together because neighbours look alike; of a single plane its last
     * rows.
     *
     * @param files the planes or volumes of each file
     * @param share between 0 and 1; at least one file, plane or row is kept, never all, and of a
     *     stack no more than 1000 planes
     */
    public static TrainingSet split(List<List<TrainingImage>> files, double share, long seed) {
        if (files.isEmpty() || !(share >= 0 && share <= 1))
            throw new IllegalArgumentException(files.size() + " files, share " + share);
        if (files.size() > 1) {
            List<List<TrainingImage>> shuffled = new ArrayList<>(files);
            Collections.shuffle(shuffled, new Random(seed));
            return lastApart(shuffled, apart(shuffled.size(), share));
        }
        int planes = files.get(0).size();
        if (planes > 1)
            return lastApart(
                    files.get(0).stream().map(List::of).toList(),
                    Math.min(MOST_PLANES, apart(planes, share)));
        return byRegion(files.get(0).get(0), share);
    }

    /** Whether every image can be judged by its target. */
    public boolean hasCleanTargets() {
        return all().allMatch(TrainingImage::hasCleanTarget);
    }

    /** Whether a network is only judged where pixels are hidden from it. */
    public boolean hasBlindSpots() {
        return all().anyMatch(TrainingImage::hasBlindSpots);
    }

    private Stream<TrainingImage> all() {
        return Stream.concat(training.stream(), validation.stream());
    }

    /** The number of pixels to learn from. */
    public long trainingPixels() {
        return training.stream().mapToLong(TrainingImage::pixels).sum();
    }

    private static TrainingSet lastApart(List<List<TrainingImage>> groups, int apart) {
        int kept = groups.size() - apart;
        return new TrainingSet(
                groups.subList(0, kept).stream().flatMap(List::stream).toList(),
                groups.subList(kept, groups.size()).stream().flatMap(List::stream).toList());
    }

    /** A single row serves both purposes: there is nothing to keep apart. */
    private static TrainingSet byRegion(TrainingImage image, double share) {
        int rows = Math.toIntExact(image.target().dimension(1));
        if (rows == 1) return new TrainingSet(List.of(image), List.of(image));
        int kept = rows - apart(rows, share);
        return new TrainingSet(
                List.of(image.crop(rows(image.target(), 0, kept))),
                List.of(image.crop(rows(image.target(), kept, rows - kept))));
    }

    /** How many of {@code count} are kept apart: at least one, and never all. */
    private static int apart(int count, double share) {
        return (int) Math.max(1, Math.min(count - 1, Math.round(share * count)));
    }

    private static Interval rows(Interval all, int first, int count) {
        long[] min = Intervals.minAsLongArray(all);
        long[] max = Intervals.maxAsLongArray(all);
        min[1] += first;
        max[1] = min[1] + count - 1;
        return new FinalInterval(min, max);
    }
}
