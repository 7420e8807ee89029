package io.github.noise2clean.image;

import io.github.noise2clean.camera.CameraEstimate;
import java.util.List;
import java.util.stream.IntStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The cameras that took images, found from the noise of a {@link PlaneSample} of each; RGB images
 * have three channels.
 */
public final class Cameras {

    private Cameras() {}

    /**
     * One camera for all images and channels.
     *
     * @throws IllegalArgumentException with a sentence for the user, if the images do not tell it
     */
    public static CameraEstimate common(List<PlaneStack> images) {
        return CameraEstimate.of(
                channels(images).stream().flatMap(List::stream).map(Cameras::sample).toList());
    }

    /**
     * One camera per channel, each for all images.
     *
     * @throws IllegalArgumentException with a sentence for the user, if the images do not tell it
     *     or differ in their number of channels
     */
    public static List<CameraEstimate> perChannel(List<PlaneStack> images) {
        List<List<AxisImage>> channels = channels(images);
        if (channels.stream().mapToInt(List::size).distinct().count() > 1)
            throw new IllegalArgumentException(
                    "The images differ in their number of channels: take them one by one.");
        return IntStream.range(0, channels.get(0).size())
                .mapToObj(channel -> CameraEstimate.of(pixels(channels, channel)))
                .toList();
    }

    private static List<List<AxisImage>> channels(List<PlaneStack> images) {
        if (images.isEmpty()) throw new IllegalArgumentException("There are no noisy images.");
        return images.stream().map(image -> image.view().channels()).toList();
    }

    private static List<RandomAccessibleInterval<FloatType>> pixels(
            List<List<AxisImage>> channels, int channel) {
        return channels.stream().map(image -> sample(image.get(channel))).toList();
    }

    private static RandomAccessibleInterval<FloatType> sample(AxisImage channel) {
        return PlaneSample.of(channel.planes());
    }
}
