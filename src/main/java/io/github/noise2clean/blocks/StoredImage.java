package io.github.noise2clean.blocks;

import io.github.noise2clean.image.Axis;
import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.zarr.ChunkGrid;
import io.github.noise2clean.zarr.Location;
import io.github.noise2clean.zarr.OmeAxis;
import io.github.noise2clean.zarr.OmeZarr;
import io.github.noise2clean.zarr.PixelType;
import io.github.noise2clean.zarr.ZarrArray;
import java.io.IOException;
import java.util.List;
import java.util.stream.LongStream;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.ImgUtil;
import net.imglib2.view.Views;

/** The largest level of an OME-Zarr image, of which only blocks are ever in memory. */
record StoredImage(ZarrArray array, AxisOrder axes) {

    /**
     * @throws IOException with a sentence, if there is no OME-Zarr image that can be read
     */
    static StoredImage open(String place) throws IOException {
        return of(OmeZarr.open(Location.of(place)));
    }

    static StoredImage of(OmeZarr image) {
        return new StoredImage(
                image.level(0),
                new AxisOrder(image.axes().stream().map(OmeAxis::meaning).toList()));
    }

    ChunkGrid grid() {
        return array.header().grid();
    }

    /** Its size and axes in the order of denoising. */
    AxisImage outline() {
        return AxisImage.outline(axes.exchanged(grid().shape()), axes.ordered());
    }

    long channels() {
        return outline().size(Axis.CHANNEL);
    }

    /** The pixels of a box of the stored image, in their place, in the order of denoising. */
    AxisImage read(Interval box) throws IOException {
        return new AxisImage(axes.exchanged(copy(array.floats(box))), axes.ordered());
    }

    /** Floats that can be read again and again. */
    private static RandomAccessibleInterval<FloatType> copy(
            RandomAccessibleInterval<FloatType> pixels) {
        RandomAccessibleInterval<FloatType> blank = blank(pixels);
        ImgUtil.copy(pixels, blank);
        return blank;
    }

    /** Writes whole chunks of stored pixels, as the nearest values that the type has; NaN as 0. */
    void write(RandomAccessibleInterval<FloatType> block) throws IOException {
        PixelType type = array.header().type();
        RealType<?> pixel = type.pixel();
        array.write(
                type.isInteger()
                        ? Converters.convert(
                                block,
                                (in, out) -> out.set(nearest(in.get(), pixel)),
                                new DoubleType())
                        : block);
    }

    private static double nearest(float grey, RealType<?> type) {
        if (Float.isNaN(grey)) return 0;
        double whole = Math.floor(grey + 0.5);
        return Math.max(type.getMinValue(), Math.min(type.getMaxValue(), whole));
    }

    /** Zeros in the place of a box. */
    static RandomAccessibleInterval<FloatType> blank(Interval box) {
        return Views.translate(ArrayImgs.floats(box.dimensionsAsLongArray()), box.minAsLongArray());
    }

    /** The parts of stored pixels that belong to each channel in turn. */
    List<RandomAccessibleInterval<FloatType>> channels(RandomAccessibleInterval<FloatType> stored) {
        int d = axes.dimension(Axis.CHANNEL);
        if (d < 0) return List.of(stored);
        return LongStream.rangeClosed(stored.min(d), stored.max(d))
                .<RandomAccessibleInterval<FloatType>>mapToObj(c -> Views.hyperSlice(stored, d, c))
                .toList();
    }
}
