package io.github.noise2clean.image;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.img.cell.Cell;
import net.imglib2.img.cell.CellGrid;
import net.imglib2.img.cell.LazyCellImg;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.NativeTypeFactory;

/** The planes of an image as ImageJ keeps them: arrays of byte, short, float or int (RGB). */
sealed interface PlaneArrays {

    List<Object> arrays();

    /**
     * The planes seen as one image.
     *
     * @param size of the whole image, x and y first
     */
    <T extends NativeType<T>, A extends ArrayDataAccess<A>> RandomAccessibleInterval<T> image(
            long[] size, Function<Object, A> access, T type);

    /** Planes that stay in memory; what is written into the image is written into them. */
    record InMemory(List<Object> arrays) implements PlaneArrays {

        @Override
        public <T extends NativeType<T>, A extends ArrayDataAccess<A>>
                RandomAccessibleInterval<T> image(long[] size, Function<Object, A> access, T type) {
            List<A> planes = arrays.stream().map(access).toList();
            var pixels = new PlanarImg<T, A>(planes, size, type.getEntitiesPerPixel());
            @SuppressWarnings("unchecked") // a native type's factory is one of that type
            var factory = (NativeTypeFactory<T, A>) type.getNativeTypeFactory();
            pixels.setLinkedType(factory.createLinkedType(pixels));
            return pixels;
        }
    }

    /**
     * Strips of planes that the list reads when it is asked for them; what is written into them
     * stays as long as the list keeps them.
     *
     * @param rows of each strip but the last one of a plane, which may have fewer
     */
    record OnDemand(List<Object> arrays, int rows) implements PlaneArrays {

        /** Whole planes, which are not to be written into. */
        static OnDemand ofPlanes(List<Object> arrays) {
            return new OnDemand(arrays, Integer.MAX_VALUE);
        }

        @Override
        public <T extends NativeType<T>, A extends ArrayDataAccess<A>>
                RandomAccessibleInterval<T> image(long[] size, Function<Object, A> access, T type) {
            CellGrid grid = new CellGrid(size, stripSize(size));
            return new LazyCellImg<T, A>(
                    grid, type, i -> cell(grid, i, access.apply(arrays.get(Math.toIntExact(i)))));
        }

        private int[] stripSize(long[] size) {
            int[] strip = new int[size.length];
            Arrays.fill(strip, 1);
            strip[0] = Math.toIntExact(size[0]);
            strip[1] = (int) Math.min(rows, size[1]);
            return strip;
        }

        private static <A> Cell<A> cell(CellGrid grid, long index, A pixels) {
            long[] min = new long[grid.numDimensions()];
            int[] size = new int[min.length];
            grid.getCellDimensions(index, min, size);
            return new Cell<>(size, min, pixels);
        }
    }
}
