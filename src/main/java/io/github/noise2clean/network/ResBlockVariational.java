package io.github.noise2clean.network;

import io.github.noise2clean.image.PlaneContext;
import io.github.noise2clean.network.GraphBuilder.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A variational autoencoder (Kingma and Welling 2014) of residual blocks: the code at the coarsest
 * level is a map of normal distributions, of which training draws a sample and denoising takes the
 * mean.
 *
 * <p>Outputs: the denoised image, the mean and the log-variance of the code. The log-variance
 * starts at zero.
 *
 * @param autoencoder the encoder and the decoder around the code; skips would carry the image past
 *     it
 * @param codeChannels of the mean and of the log-variance
 */
public record ResBlockVariational(ResBlockAutoencoder autoencoder, int codeChannels)
        implements Architecture {

    public ResBlockVariational {
        if (codeChannels < 1) throw new IllegalArgumentException("code channels " + codeChannels);
    }

    /** What Train Denoiser uses unless told otherwise. */
    public static ResBlockVariational standard(InputImages images) {
        return new ResBlockVariational(
                new ResBlockAutoencoder(images, 32, List.of(1, 1, 1), false, Head.LINEAR), 32);
    }

    @Override
    public String name() {
        return "resblock-vae";
    }

    @Override
    public Optional<PlaneContext> context() {
        return autoencoder.context();
    }

    @Override
    public Graph graph() {
        InputImages images = autoencoder.images();
        GraphBuilder net = new GraphBuilder(images.dimensions());
        ResBlocks res =
                new ResBlocks(net, images, autoencoder.blocks(), ResBlocks.Resampling.STRIDED);
        Deque<Value> skips = new ArrayDeque<>();
        Value image = images.input(net);
        Value x = res.encode(image, autoencoder.width(), skips);
        Window pixel = Window.same(images.dimensions(), 1);
        Value mean = net.conv("mean", x, codeChannels, pixel);
        Value logVariance = net.zeroConv("logvariance", x, codeChannels, pixel);
        x = net.relu(net.conv("code", net.sample(mean, logVariance), x.channels(), pixel));
        if (!autoencoder.skips()) skips.clear();
        x = res.decode(x, skips);
        return net.build(autoencoder.output(net, image, x), mean, logVariance);
    }
}
