package io.github.noise2clean.network;

import io.github.noise2clean.image.PlaneContext;
import io.github.noise2clean.network.GraphBuilder.Value;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A fully convolutional autoencoder of residual blocks (He et al. 2016: Conv-BN-ReLU-Conv-BN, add,
 * ReLU), with strided convolutions on the way down and transposed ones on the way up.
 *
 * @param images what it is made for
 * @param width channels of the first level; each level down has twice as many
 * @param blocks residual blocks of each level on each way, the finest level first; the resolution
 *     is halved between two
 * @param skips whether each level of the decoder is given its encoder's values (added)
 * @param head what becomes of the values computed at full resolution
 */
public record ResBlockAutoencoder(
        InputImages images, int width, List<Integer> blocks, boolean skips, Head head)
        implements Architecture {

    private static final int MOST_LEVELS = 7;

    public ResBlockAutoencoder {
        blocks = List.copyOf(blocks);
        if (width < 1
                || blocks.isEmpty()
                || blocks.size() > MOST_LEVELS
                || blocks.stream().anyMatch(count -> count < 1))
            throw new IllegalArgumentException("width " + width + ", blocks " + blocks);
    }

    /**
     * For grey images; as many blocks at every level, the resolution halved {@code levels} times.
     */
    public ResBlockAutoencoder(
            int dimensions, int width, int levels, int blocks, boolean skips, Head head) {
        this(
                InputImages.of(dimensions),
                width,
                Collections.nCopies(levels + 1, blocks),
                skips,
                head);
    }

    /** What Train Denoiser uses unless told otherwise. */
    public static ResBlockAutoencoder standard(InputImages images) {
        return new ResBlockAutoencoder(images, 32, List.of(1, 1, 1), true, Head.RESIDUAL);
    }

    @Override
    public String name() {
        return "resblock-ae";
    }

    @Override
    public Graph graph() {
        GraphBuilder net = new GraphBuilder(images.dimensions());
        ResBlocks res = new ResBlocks(net, images, blocks, ResBlocks.Resampling.STRIDED);
        Deque<Value> encoded = new ArrayDeque<>();
        Value image = images.input(net);
        Value x = res.encode(image, width, encoded);
        x = res.decode(x, skips ? encoded : new ArrayDeque<>());
        return net.build(output(net, image, x));
    }

    @Override
    public Optional<PlaneContext> context() {
        return images.context();
    }

    /** The denoised image: what was computed at full resolution, in the channels of the image. */
    Value output(GraphBuilder net, Value image, Value x) {
        Window window = Window.same(images.dimensions(), 3);
        return head.of(
                net,
                images.denoised(net, image),
                net.zeroConv("head", x, images.channels(), window));
    }
}
