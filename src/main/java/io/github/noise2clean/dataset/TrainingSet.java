package io.github.noise2clean.dataset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.util.Intervals;

/** Images to learn from, and images that are kept apart to see how well it went. */
public record TrainingSet(List<TrainingImage> training, List<TrainingImage> validation) {

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
     * @param share between 0 and 1; at least one file, plane or row is kept
     */
    public static TrainingSet split(List<List<TrainingImage>> files, double share, long seed) {
        if (files.size() > 1) {
            List<List<TrainingImage>> shuffled = new ArrayList<>(files);
            Collections.shuffle(shuffled, new Random(seed));
            return lastApart(shuffled, share);
        }
        if (files.get(0).size() > 1)
            return lastApart(files.get(0).stream().map(List::of).toList(), share);
        return byRegion(files.get(0).get(0), share);
    }

    /** The number of pixels to learn from. */
    public long trainingPixels() {
        return training.stream().mapToLong(image -> Intervals.numElements(image.clean())).sum();
    }

    private static TrainingSet lastApart(List<List<TrainingImage>> groups, double share) {
        int kept = groups.size() - Math.max(1, (int) Math.round(share * groups.size()));
        return new TrainingSet(
                groups.subList(0, kept).stream().flatMap(List::stream).toList(),
                groups.subList(kept, groups.size()).stream().flatMap(List::stream).toList());
    }

    private static TrainingSet byRegion(TrainingImage image, double share) {
        Interval all = image.clean();
        long rows = all.dimension(1);
        long kept = rows - Math.max(1, Math.round(share * rows));
        if (kept < 1) return new TrainingSet(List.of(image), List.of(image));
        long[] min = Intervals.minAsLongArray(all);
        long[] max = Intervals.maxAsLongArray(all);
        long[] lastKept = max.clone();
        lastKept[1] = min[1] + kept - 1;
        Interval upper = new FinalInterval(min, lastKept);
        long[] firstApart = min.clone();
        firstApart[1] = min[1] + kept;
        Interval lower = new FinalInterval(firstApart, max);
        return new TrainingSet(List.of(image.crop(upper)), List.of(image.crop(lower)));
    }
}
