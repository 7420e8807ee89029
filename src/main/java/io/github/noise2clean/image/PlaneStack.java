package io.github.noise2clean.image;

import ij.ImagePlus;
import ij.ImageStack;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * An image of whose planes only the size and the type need be known: they are in memory, or read
 * when they are looked at.
 */
public final class PlaneStack {

    private static final DataRange BYTES = new DataRange(0, 255);

    private final String title;
    private final int bitDepth;
    private final StackSize size;
    private final PlaneArrays planes;

    PlaneStack(String title, int bitDepth, StackSize size, PlaneArrays planes) {
        if (planes.arrays().size() != size.planes())
            throw new IllegalArgumentException(planes.arrays().size() + " planes, " + size);
        this.title = title;
        this.bitDepth = bitDepth;
        this.size = size;
        this.planes = planes;
    }

    /** An image with all its planes; those of a virtual stack are read now. */
    static PlaneStack of(ImagePlus image) {
        return like(image, new PlaneArrays.InMemory(pixelArrays(image)));
    }

    /** An open image; the planes of a virtual stack are read through the cache. */
    public static PlaneStack of(ImagePlus image, PlaneCache cache) {
        if (image.getStackSize() == 1 || !image.getStack().isVirtual()) return of(image);
        ImageStack stack = image.getStack();
        return like(image, onDemand(cache, stack.size(), i -> copyOfPlane(stack, i)));
    }

    /** With the title, type and size of an image, but planes of its own. */
    static PlaneStack like(ImagePlus image, PlaneArrays planes) {
        return new PlaneStack(image.getTitle(), image.getBitDepth(), StackSize.of(image), planes);
    }

    static PlaneArrays onDemand(PlaneCache cache, int count, PlaneReader reader) {
        return PlaneArrays.OnDemand.ofPlanes(cache.planes(count, reader));
    }

    public String title() {
        return title;
    }

    /** As ImageJ counts: 8, 16, 24 for RGB or 32. */
    public int bitDepth() {
        return bitDepth;
    }

    public StackSize size() {
        return size;
    }

    /** As {@link ImagePluses#view}; of planes that are not in memory, for reading only. */
    public AxisImage view() {
        return new StackView(bitDepth, size, planes).image();
    }

    /**
     * What the grey values may span: 0 to 255 for 8-bit and RGB; for others the lowest to the
     * highest finite pixel of a {@link PlaneSample}, 0 to 0 if there is none.
     */
    public DataRange dataRange() {
        return bitDepth == 8 || bitDepth == 24
                ? BYTES
                : DataRange.of(PlaneSample.of(view().planes()));
    }

    /** Every plane as {@link ImageSize#resize} makes it, when it is looked at. */
    public PlaneStack resized(ImageSize wanted, PlaneCache cache) {
        return wanted.equals(size.plane()) ? this : changed(wanted, wanted::resize, cache);
    }

    /** Every plane as {@link Translation#moved} makes it, when it is looked at. */
    public PlaneStack moved(Translation move, PlaneCache cache) {
        return move.equals(Translation.NONE)
                ? this
                : changed(move.kept(size.plane()), move::moved, cache);
    }

    /** Every plane as {@link Translation#covered} leaves it, when it is looked at. */
    public PlaneStack covered(Translation move, PlaneCache cache) {
        return move.equals(Translation.NONE)
                ? this
                : changed(move.kept(size.plane()), move::covered, cache);
    }

    private PlaneStack changed(
            ImageSize wanted, UnaryOperator<ImagePlus> change, PlaneCache cache) {
        List<Object> arrays = planes.arrays();
        return new PlaneStack(
                title,
                bitDepth,
                new StackSize(wanted, size.channels(), size.slices(), size.frames()),
                onDemand(cache, arrays.size(), i -> changedPlane(arrays.get(i), change, i)));
    }

    private PlaneReader.Group changedPlane(
            Object pixels, UnaryOperator<ImagePlus> change, int index) {
        ImageStack plane = new ImageStack(size.plane().width(), size.plane().height());
        plane.addSlice("", pixels);
        Object changed = change.apply(new ImagePlus(title, plane)).getProcessor().getPixels();
        return new PlaneReader.Group(index, List.of(changed));
    }

    /** A single image is not asked for its stack, since that would change it. */
    static List<Object> pixelArrays(ImagePlus image) {
        if (image.getStackSize() == 1) return List.of(image.getProcessor().getPixels());
        List<Object> arrays = new ArrayList<>();
        for (int i = 1; i <= image.getStackSize(); i++) arrays.add(image.getStack().getPixels(i));
        return arrays;
    }

    /** A virtual stack may put the next plane into the same array. */
    private static PlaneReader.Group copyOfPlane(ImageStack stack, int index) {
        Object pixels = stack.getPixels(index + 1);
        int length = Array.getLength(pixels);
        Object copy = Array.newInstance(pixels.getClass().getComponentType(), length);
        System.arraycopy(pixels, 0, copy, 0, length);
        return new PlaneReader.Group(index, List.of(copy));
    }
}
