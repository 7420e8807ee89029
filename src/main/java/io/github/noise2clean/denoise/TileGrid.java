package io.github.noise2clean.denoise;

import io.github.noise2clean.image.Axis;
import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.PlaneContext;
import io.github.noise2clean.model.DenoisingModel;
import io.github.noise2clean.tensor.DeviceChoice;
import io.github.noise2clean.tensor.DeviceMemory;
import java.util.Arrays;
import java.util.List;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;

/**
 * The tiles in which all of an image is denoised, and of which a block takes those that hold some
 * of it: so that its pixels come out the same whatever the blocks are.
 *
 * <p>Blocks have the axes of the image. Where the network takes several channels at once, a block
 * has all of them.
 */
public final class TileGrid {

    private final DenoisingModel model;
    private final AxisImage image;
    private final List<Integer> axes;
    private final Tiling tiling;

    /**
     * @param image of which only size and axes count
     * @param tile its size along the network's axes, x first
     * @throws IllegalArgumentException with a sentence for the user, if the model does not take the
     *     image, or makes nothing of a part of it
     */
    public TileGrid(DenoisingModel model, AxisImage image, long[] tile) {
        this(model, image, Tiling.even(tile, model.reaches(), size(model, image)));
    }

    private TileGrid(DenoisingModel model, AxisImage image, Tiling tiling) {
        if (model.isFinishedAsAWhole())
            throw Refusal.of(model, "finishes images as a whole, and so not block by block");
        this.model = model;
        this.image = image;
        this.axes = axes(model, image);
        this.tiling = tiling;
    }

    /**
     * The tiles that take the least time on the settings' device, or those of the settings; both
     * suit the chunks.
     *
     * @param image of which only size and axes count
     * @param chunk of the image as it is stored
     * @throws IllegalArgumentException as the constructor does
     */
    public static TileGrid suiting(
            DenoisingModel model, DenoisingSettings settings, AxisImage image, long[] chunk) {
        long[] size = size(model, image);
        long[] spatial = axes(model, image).stream().mapToLong(d -> chunk[d]).toArray();
        Tiling tiling =
                settings.tile() > 0
                        ? new ChunkedTile(spatial, model.reaches(), size).tiling(settings.tile())
                        : choice(model, settings.device()).of(spatial, model.reaches(), size);
        return new TileGrid(model, image, tiling);
    }

    /** Along the axes of the image; 1 where the network does not see along them. */
    public long[] tile() {
        return everywhere(tiling.tileSize());
    }

    /** Along the network's axes, x first. */
    public long[] networkTile() {
        return tiling.tileSize();
    }

    /** How many windows the network is shown for a block. */
    public long windows(Interval block) {
        long planes = 1;
        for (int d = 0; d < block.numDimensions(); d++)
            if (!axes.contains(d)) planes *= block.dimension(d);
        return planes / model.outputChannels() * tiling.windows(spatial(block));
    }

    /** Of one window, in all the channels that are denoised together. */
    public long windowValues() {
        return model.outputChannels() * tiling.windowPixels();
    }

    /** The pixels of the image that are needed to fill a block. */
    public Interval seen(Interval block) {
        long[] min = block.minAsLongArray();
        long[] max = block.maxAsLongArray();
        Interval seen = tiling.seen(spatial(block));
        for (int i = 0; i < axes.size(); i++) {
            min[axes.get(i)] = seen.min(i);
            max[axes.get(i)] = seen.max(i);
        }
        model.context().ifPresent(context -> addContext(context, min, max));
        return new FinalInterval(min, max);
    }

    /** Where the stack ends, the other side has the planes that are missing on this one. */
    private void addContext(PlaneContext context, long[] min, long[] max) {
        int d = image.axes().indexOf(context.along());
        long last = image.size(context.along()) - 1;
        long first = Math.min(min[d] - context.reach(), last + 1 - context.planes());
        max[d] = Math.min(last, Math.max(max[d] + context.reach(), context.planes() - 1L));
        min[d] = Math.max(0, first);
    }

    /** What the network takes, and how it cuts the image, in words. */
    public String sentence(DeviceChoice device) {
        int channels = model.inputChannels() + model.outputChannels();
        return new CutText(model, image).sentence()
                + ", "
                + choice(model, device).text(tiling, channels);
    }

    /** What the network is expected to take for a window. */
    public double windowBytes() {
        return model.bytesPerPixel() * tiling.windowPixels();
    }

    Tiling tiling() {
        return tiling;
    }

    /** The part of a block that lies along the axes of the network. */
    Interval spatial(Interval block) {
        return new FinalInterval(
                axes.stream().mapToLong(block::min).toArray(),
                axes.stream().mapToLong(block::max).toArray());
    }

    /** A box of the image, as long as the image where the network sees along an axis. */
    Interval extended(Interval box) {
        long[] min = box.minAsLongArray();
        long[] max = box.maxAsLongArray();
        for (int d : axes) {
            min[d] = 0;
            max[d] = image.pixels().max(d);
        }
        return new FinalInterval(min, max);
    }

    private long[] everywhere(long[] spatial) {
        long[] all = new long[image.axes().size()];
        Arrays.fill(all, 1);
        for (int i = 0; i < axes.size(); i++) all[axes.get(i)] = spatial[i];
        return all;
    }

    private static TileChoice choice(DenoisingModel model, DeviceChoice device) {
        DeviceMemory memory = DeviceMemory.taken(device);
        boolean cpu = memory.device() == DeviceChoice.CPU;
        return new TileChoice(model.bytesPerPixel(), cpu, memory.memory());
    }

    private static long[] size(DenoisingModel model, AxisImage image) {
        SuitedImages suited = new SuitedImages(model);
        suited.require(image);
        return suited.size(image);
    }

    /** The dimensions of the image along which the network sees, x first. */
    private static List<Integer> axes(DenoisingModel model, AxisImage image) {
        return List.of(Axis.X, Axis.Y, Axis.Z).subList(0, model.dimensions()).stream()
                .map(image.axes()::indexOf)
                .toList();
    }
}
