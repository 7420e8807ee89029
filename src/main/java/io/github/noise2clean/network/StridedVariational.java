package io.github.noise2clean.network;

import io.github.noise2clean.network.GraphBuilder.Value;
import java.util.List;

/**
 * A small variational autoencoder (Kingma and Welling 2014) for images of 28 x 28 pixels, with
 * batch normalisation: two halvings, a code of a few values for the whole image, and the same way
 * back. It learns in minutes to draw digits.
 *
 * <p>Outputs: the denoised image, the mean and the log-variance of the code. The log-variance
 * starts at zero.
 *
 * @param channels after the first halving; twice as many after the second
 * @param latent values of the code
 */
public record StridedVariational(int channels, int latent) implements Architecture {

    private static final Window HALVING = Window.of(2, 3, 2, 1);

    public StridedVariational {
        if (channels < 1 || latent < 1)
            throw new IllegalArgumentException("channels " + channels + ", latent " + latent);
    }

    /** What the name stands for. */
    public static StridedVariational standard() {
        return new StridedVariational(32, 20);
    }

    @Override
    public String name() {
        return "strided-vae";
    }

    @Override
    public Graph graph() {
        GraphBuilder net = new GraphBuilder(2);
        Value x = net.input(1, List.of(28, 28));
        x = net.relu(net.batchNorm("conv1", net.conv("conv1", x, channels, HALVING)));
        x = net.relu(net.batchNorm("conv2", net.conv("conv2", x, 2 * channels, HALVING)));
        Shape coarse = new Shape(2 * channels, List.of(7, 7));
        Shape vector = new Shape(Math.toIntExact(coarse.values()), List.of());
        x = net.reshape(x, vector);
        Value mean = net.linear("mean", x, latent);
        Value logVariance = net.zeroLinear("logvariance", x, latent);
        x = net.linear("code", net.sample(mean, logVariance), vector.channels());
        x = net.relu(net.batchNorm("code", net.reshape(x, coarse)));
        x = net.relu(net.batchNorm("up1", net.doubling("up1", x, channels)));
        x = net.doubling("up2", x, 1);
        return net.build(net.sigmoid(x), mean, logVariance);
    }
}
