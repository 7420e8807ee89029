package io.github.noise2clean.train;

import ij.ImagePlus;
import io.github.noise2clean.camera.Camera;
import io.github.noise2clean.camera.CameraEstimate;
import io.github.noise2clean.dataset.ExampleFiles.Way;
import io.github.noise2clean.image.Axis;
import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.ImagePluses;
import io.github.noise2clean.image.IntensityMap;
import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.image.SliceDistance;
import io.github.noise2clean.noise.CorrelatedAxes;
import io.github.noise2clean.noise.NoiseCorrelation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.real.FloatType;

/**
 * How an open image may be learned from, told by a small sample of its first channel: two
 * neighbouring planes in the middle of the stack, of each the middle.
 *
 * @param image its title, size, type and axes
 * @param way never {@link Way#PAIRS}
 * @param noise the share of the noise's standard deviation in the range of the grey values; empty
 *     where none is found
 * @param neighbours whether noisy images alone are learned from neighbouring pixels, not from
 *     hidden ones
 */
public record TrainingProposal(
        String image, Way way, Optional<Double> noise, boolean neighbours, boolean volumes) {

    private static final int SIDE = 512;
    private static final double CLEAN = 0.01;
    private static final double SAME = 1.5;
    private static final int FEWEST_SLICES = 16;
    private static final double FARTHEST_SLICES = 4;
    private static final Normalization RANGE = new Normalization.Percentile(0.1, 99.9);

    public static TrainingProposal of(ImagePlus image) {
        AxisImage channel = ImagePluses.glance(image).channels().get(0);
        List<RandomAccessibleInterval<FloatType>> sample = sample(channel);
        Optional<Camera> camera = camera(sample);
        Optional<Double> noise = camera.map(found -> share(found, sample.get(0)));
        Way way = way(camera, noise, sample);
        return new TrainingProposal(
                text(image),
                way,
                noise,
                way == Way.NOISY_ONLY && isWhite(sample),
                way != Way.REPEATS && isDeep(channel, image));
    }

    /** For the user. */
    public String sentence() {
        String found =
                noise.map(
                                share ->
                                        String.format(
                                                Locale.ROOT,
                                                "noise of %.1f %% of its range",
                                                100 * share))
                        .orElse("no noise that can be told");
        return "%s. It has %s, so it is taken for %s%s."
                .formatted(image, found, words(), volumes ? ", and learned from in volumes" : "");
    }

    private static String text(ImagePlus image) {
        int depth = image.getBitDepth();
        return "%s: %d x %d pixels, %s%s%s%s"
                .formatted(
                        image.getTitle(),
                        image.getWidth(),
                        image.getHeight(),
                        depth == 24 ? "RGB" : depth + "-bit",
                        several(image.getNChannels(), "channels"),
                        several(image.getNSlices(), "slices (z)"),
                        several(image.getNFrames(), "frames (t)"));
    }

    private static String several(int count, String things) {
        return count == 1 ? "" : ", " + count + " " + things;
    }

    private String words() {
        return switch (way) {
            case REPEATS -> "repeats of the same thing";
            case NOISY_ONLY ->
                    neighbours
                            ? "noisy, of independent pixels: learn from neighbouring ones"
                            : "noisy";
            default -> "clean";
        };
    }

    private static List<RandomAccessibleInterval<FloatType>> sample(AxisImage channel) {
        long x = Math.max(0, (channel.size(Axis.X) - SIDE) / 2);
        long y = Math.max(0, (channel.size(Axis.Y) - SIDE) / 2);
        FinalInterval box =
                FinalInterval.createMinSize(
                        x,
                        y,
                        Math.min(SIDE, channel.size(Axis.X)),
                        Math.min(SIDE, channel.size(Axis.Y)));
        List<RandomAccessibleInterval<FloatType>> planes = channel.within(box).planes();
        int step = channel.size(Axis.TIME) > 1 ? (int) channel.size(Axis.Z) : 1;
        int first = Math.max(0, (planes.size() - 1) / 2 / step * step - step);
        return Stream.iterate(first, i -> i + step)
                .limit(2)
                .filter(i -> i < planes.size())
                .map(planes::get)
                .toList();
    }

    private static Optional<Camera> camera(List<RandomAccessibleInterval<FloatType>> sample) {
        try {
            return Optional.of(CameraEstimate.of(sample).camera());
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // too small, constant or without noise
        }
    }

    private static double share(Camera camera, RandomAccessibleInterval<FloatType> plane) {
        IntensityMap range = RANGE.fit(plane);
        double span = range.restore(1) - range.restore(0);
        double middle = new Normalization.Percentile(50, 100).fit(plane).restore(0);
        return Math.sqrt(Math.max(0, camera.variance(middle))) / span;
    }

    private static Way way(
            Optional<Camera> camera,
            Optional<Double> noise,
            List<RandomAccessibleInterval<FloatType>> sample) {
        if (noise.filter(share -> share > CLEAN).isEmpty()) return Way.NOISE;
        boolean same = sample.size() == 2 && showTheSame(camera.orElseThrow(), sample);
        return same ? Way.REPEATS : Way.NOISY_ONLY;
    }

    /** Two planes of one thing differ by their noise alone, which counts twice. */
    private static boolean showTheSame(
            Camera camera, List<RandomAccessibleInterval<FloatType>> planes) {
        double[] sums = new double[2];
        LoopBuilder.setImages(planes.get(0), planes.get(1))
                .forEachPixel(
                        (a, b) -> {
                            sums[0] += Math.pow(a.get() - b.get(), 2) / 2;
                            sums[1] += Math.max(0, camera.variance((a.get() + b.get()) / 2));
                        });
        return sums[0] < SAME * sums[1];
    }

    private static boolean isWhite(List<RandomAccessibleInterval<FloatType>> sample) {
        return NoiseCorrelation.of(sample).verdict() == CorrelatedAxes.NONE;
    }

    private static boolean isDeep(AxisImage channel, ImagePlus image) {
        return channel.size(Axis.Z) >= FEWEST_SLICES && SliceDistance.of(image) <= FARTHEST_SLICES;
    }
}
