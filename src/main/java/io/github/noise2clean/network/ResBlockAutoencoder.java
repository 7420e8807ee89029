package io.github.noise2clean.network;

import io.github.noise2clean.network.GraphBuilder.Value;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A fully convolutional autoencoder of residual blocks (He et al. 2016: Conv-BN-ReLU-Conv-BN, add,
 * ReLU), with strided convolutions on the way down and transposed ones on the way up.
 *
 * @param dimensions spatial axes, 2 or 3
 * @param channels of the first level; each level down has twice as many
 * @param levels how often the resolution is halved
 * @param blocks residual blocks per level, on each way
 * @param skips whether each level of the decoder is given its encoder's values (added)
 * @param head what becomes of the values computed at full resolution
 */
public record ResBlockAutoencoder(
        int dimensions, int channels, int levels, int blocks, boolean skips, Head head)
        implements Architecture {

    public ResBlockAutoencoder {
        if (channels < 1 || levels < 0 || levels > 6 || blocks < 1)
            throw new IllegalArgumentException(
                    "channels " + channels + ", levels " + levels + ", blocks " + blocks);
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
        ResBlocks res = new ResBlocks(net, dimensions, blocks);
        Deque<Value> encoded = new ArrayDeque<>();
        Value image = net.input(1);
        Value x = res.encode(image, channels, levels, encoded);
        x = res.decode(x, skips ? encoded : new ArrayDeque<>(), levels);
        return net.build(output(net, image, x));
    }

    /** The denoised image: what was computed at full resolution, as one channel. */
    Value output(GraphBuilder net, Value image, Value x) {
        return head.of(net, image, net.zeroConv("head", x, 1, Window.same(dimensions, 3)));
    }
}
