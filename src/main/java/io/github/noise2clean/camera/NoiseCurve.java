package io.github.noise2clean.camera;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The noise of images at each of their brightnesses, without those where it is cut off because many
 * pixels have the lowest or the highest value of all.
 *
 * @param groups from dark to bright
 * @param floor the lowest value, where the noise of the darkest is cut off there
 */
record NoiseCurve(List<BrightnessGroup> groups, OptionalDouble floor) {

    private static final int GROUPS = 24;
    private static final int FEWEST_PATCHES = 200;
    private static final double DARKEST = 0.01;
    private static final int STEPS = 3;

    /**
     * @throws IllegalArgumentException with a sentence for the user, if there are too few patches
     */
    static NoiseCurve of(List<Patch> patches) {
        if (patches.size() < FEWEST_PATCHES)
            throw new IllegalArgumentException(
                    "The image is too small to tell the noise: at least 40 x 40 pixels are needed"
                            + " that are neither NaN nor infinite.");
        List<BrightnessGroup> all = groups(patches);
        float lowest = (float) patches.stream().mapToDouble(Patch::min).min().orElseThrow();
        float highest = (float) patches.stream().mapToDouble(Patch::max).max().orElseThrow();
        List<BrightnessGroup> whole =
                all.stream().filter(group -> !group.isClipped(lowest, highest)).toList();
        boolean darkestSeen = !whole.isEmpty() && whole.get(0) == all.get(0);
        return new NoiseCurve(
                whole, darkestSeen ? OptionalDouble.empty() : OptionalDouble.of(lowest));
    }

    /** From dark to bright. */
    List<NoisePoint> points() {
        return groups.stream().map(BrightnessGroup::point).toList();
    }

    /**
     * The grey level that counts as that of no light: of the darkest hundredth of the patches and
     * those around it, as near as noise lets them be; the floor where they are cut off.
     *
     * @param variances the variance of the noise by grey level
     */
    double darkLevel(Line variances) {
        return floor.orElseGet(() -> darkestMean(variances));
    }

    /** Three steps of a mean shift: from the edge of an even background to its middle. */
    private double darkestMean(Line variances) {
        List<Patch> patches = groups.stream().flatMap(group -> group.patches().stream()).toList();
        double level = patches.get((int) (DARKEST * patches.size())).mean();
        for (int i = 0; i < STEPS; i++) {
            double centre = level;
            double reach = 2 * Math.sqrt(Math.max(0, variances.at(level))) / Patch.SIZE;
            level =
                    patches.stream()
                            .mapToDouble(Patch::mean)
                            .filter(mean -> Math.abs(mean - centre) <= reach)
                            .average()
                            .orElse(level);
        }
        return level;
    }

    /** Finer where it is dark, since the noise is weaker there; the few brightest are left out. */
    private static List<BrightnessGroup> groups(List<Patch> patches) {
        List<Patch> sorted =
                patches.stream().sorted(Comparator.comparingDouble(Patch::mean)).toList();
        Scale scale = new Scale(sorted.get(0).mean(), sorted.get(sorted.size() - 1).mean());
        List<BrightnessGroup> groups = new ArrayList<>();
        int start = 0;
        for (int i = FEWEST_PATCHES; i <= sorted.size(); i++) {
            if (i - start < FEWEST_PATCHES || !scale.parts(sorted, i)) continue;
            groups.add(new BrightnessGroup(sorted.subList(start, i)));
            start = i;
        }
        return groups;
    }

    /** Steps of equal length in the square root of brightness. */
    private record Scale(double darkest, double brightest) {

        /** Whether a step ends before the patch at {@code i}. */
        boolean parts(List<Patch> sorted, int i) {
            return i == sorted.size() || step(sorted.get(i - 1)) != step(sorted.get(i));
        }

        private int step(Patch patch) {
            double share = (patch.mean() - darkest) / Math.max(brightest - darkest, 1e-300);
            return (int) (GROUPS * Math.sqrt(share));
        }
    }
}
