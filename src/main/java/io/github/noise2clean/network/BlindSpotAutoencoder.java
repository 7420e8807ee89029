package io.github.noise2clean.network;

import io.github.noise2clean.image.PlaneContext;
import io.github.noise2clean.network.GraphBuilder.Value;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A fully convolutional autoencoder of residual blocks for noisy images alone, with what keeps
 * checkerboards away (N2V2, Höck et al. 2022): no skip at full resolution, and a blur before the
 * resolution is halved.
 *
 * <p>Its output is what to add to the local mean: a residual of the image itself would hand a
 * pixel's noise on, and without any it learns slowly.
 *
 * @param images what it is made for
 * @param width channels of the first level; each level down has twice as many
 * @param levels how often the resolution is halved
 * @param blocks residual blocks of each level on each way
 */
public record BlindSpotAutoencoder(InputImages images, int width, int levels, int blocks)
        implements Architecture {

    public BlindSpotAutoencoder {
        if (width < 1 || levels < 0 || levels > 6 || blocks < 1)
            throw new IllegalArgumentException(
                    "width " + width + ", levels " + levels + ", blocks " + blocks);
    }

    /** What Train Denoiser uses for noisy images alone unless told otherwise. */
    public static BlindSpotAutoencoder standard(InputImages images) {
        return new BlindSpotAutoencoder(images, 32, 2, 1);
    }

    @Override
    public String name() {
        return "blindspot-ae";
    }

    @Override
    public Optional<PlaneContext> context() {
        return images.context();
    }

    @Override
    public Graph graph() {
        GraphBuilder net = new GraphBuilder(images.dimensions());
        List<Integer> everyLevel = Collections.nCopies(levels + 1, blocks);
        ResBlocks res = new ResBlocks(net, images, everyLevel, ResBlocks.Resampling.BLURRED);
        Deque<Value> skips = new ArrayDeque<>();
        Value image = images.input(net);
        Value x = res.encode(image, width, skips);
        if (!skips.isEmpty()) skips.removeLast();
        x = res.decode(x, skips);
        Window window = Window.same(images.dimensions(), 3);
        x = net.zeroConv("head", x, images.channels(), window);
        return net.build(net.add(net.localMean(images.denoised(net, image)), x));
    }
}
