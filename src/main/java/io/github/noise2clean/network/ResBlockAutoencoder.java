package io.github.noise2clean.network;

import io.github.noise2clean.network.GraphBuilder.Value;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * A fully convolutional autoencoder of residual blocks (He et al. 2016: Conv-BN-ReLU-Conv-BN, add,
 * ReLU), with strided convolutions on the way down and transposed ones on the way up.
 *
 * @param dimensions spatial axes, 2 or 3
 * @param channels of the first level; each level down has twice as many
 * @param blocks residual blocks of each level on each way, the finest level first; the resolution
 *     is halved between two
 * @param skips whether each level of the decoder is given its encoder's values (added)
 * @param head what becomes of the values computed at full resolution
 */
public record ResBlockAutoencoder(
        int dimensions, int channels, List<Integer> blocks, boolean skips, Head head)
        implements Architecture {

    private static final int MOST_LEVELS = 7;

    public ResBlockAutoencoder {
        blocks = List.copyOf(blocks);
        if (channels < 1
                || blocks.isEmpty()
                || blocks.size() > MOST_LEVELS
                || blocks.stream().anyMatch(count -> count < 1))
            throw new IllegalArgumentException("channels " + channels + ", blocks " + blocks);
    }

    /** As many blocks at every level; the resolution is halved {@code levels} times. */
    public ResBlockAutoencoder(
            int dimensions, int channels, int levels, int blocks, boolean skips, Head head) {
        this(dimensions, channels, Collections.nCopies(levels + 1, blocks), skips, head);
    }

    /** What Train Denoiser uses unless told otherwise. */
    public static ResBlockAutoencoder standard(int dimensions) {
        return new ResBlockAutoencoder(dimensions, 32, 2, 1, true, Head.RESIDUAL);
    }

    @Override
    public String name() {
        return "resblock-ae";
    }

    @Override
    public Graph graph() {
        GraphBuilder net = new GraphBuilder(dimensions);
        ResBlocks res = new ResBlocks(net, dimensions, blocks, ResBlocks.Resampling.STRIDED);
        Deque<Value> encoded = new ArrayDeque<>();
        Value image = net.input(1);
        Value x = res.encode(image, channels, encoded);
        x = res.decode(x, skips ? encoded : new ArrayDeque<>());
        return net.build(output(net, image, x));
    }

    /** The denoised image: what was computed at full resolution, as one channel. */
    Value output(GraphBuilder net, Value image, Value x) {
        return head.of(net, image, net.zeroConv("head", x, 1, Window.same(dimensions, 3)));
    }
}
