package io.github.noise2clean.dataset;

import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.image.IntensityMap;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The clean channels that a network is shown together.
 *
 * @param range that PSNR and SSIM refer to
 */
record Targets(List<AxisImage> channels, DataRange range) {

    Targets {
        channels = List.copyOf(channels);
    }

    /**
     * Each channel mapped linearly to the grey values of its noisy one, as fits best, and the range
     * like the first channel: PSNR is then what it would be with the clean image as it was, and the
     * denoised one mapped to it.
     */
    Targets matchedTo(List<AxisImage> noisy) {
        List<IntensityMap> maps =
                IntStream.range(0, channels.size())
                        .mapToObj(i -> IntensityFit.of(noisy.get(i), channels.get(i)).map())
                        .toList();
        return new Targets(
                IntStream.range(0, channels.size())
                        .mapToObj(i -> restored(channels.get(i), maps.get(i)))
                        .toList(),
                restored(range, maps.get(0)));
    }

    private static AxisImage restored(AxisImage clean, IntensityMap map) {
        return new AxisImage(map.restore(clean.pixels()), clean.axes());
    }

    private static DataRange restored(DataRange range, IntensityMap map) {
        return new DataRange(map.restore((float) range.min()), map.restore((float) range.max()));
    }
}
