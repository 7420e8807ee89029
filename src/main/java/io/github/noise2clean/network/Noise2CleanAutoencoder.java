package io.github.noise2clean.network;

import io.github.noise2clean.network.GraphBuilder.Value;
import java.util.List;

/**
 * The two autoencoders of the system Noise2Clean for digits of 28 x 28 pixels: 64 channels at full
 * resolution, and 20 latent values.
 *
 * <p>One residual block (Conv-BN-ReLU-Conv-BN, add, ReLU) is applied four times in the encoder, and
 * one of transposed convolutions four times in the decoder: the same weights and the same running
 * statistics each time. The variational one (Kingma and Welling 2014) outputs the denoised image,
 * the mean and the log-variance of the code; its log-variance starts at zero.
 *
 * @param variational whether the code is a sample of a normal distribution
 */
public record Noise2CleanAutoencoder(boolean variational) implements Architecture {

    private static final int CHANNELS = 64;
    private static final int LATENT = 20;
    private static final int BLOCKS = 4;
    private static final Window SAME = Window.same(2, 3);
    private static final Shape IMAGE = new Shape(CHANNELS, List.of(28, 28));
    private static final Shape VECTOR = new Shape(CHANNELS * 28 * 28, List.of());

    @Override
    public String name() {
        return variational ? "noise2clean-vae" : "noise2clean-ae";
    }

    @Override
    public Graph graph() {
        GraphBuilder net = new GraphBuilder(2);
        Value x = encode(net, net.input(1, IMAGE.size()));
        Value mean = net.linear("mean", x, LATENT);
        if (!variational) return net.build(decode(net, mean));
        Value logVariance = net.zeroLinear("logvariance", x, LATENT);
        return net.build(decode(net, net.sample(mean, logVariance)), mean, logVariance);
    }

    private static Value encode(GraphBuilder net, Value image) {
        Value x = net.relu(net.batchNorm("stem", net.conv("stem", image, CHANNELS, SAME)));
        for (int i = 0; i < BLOCKS; i++) x = block(net, x);
        return net.reshape(x, VECTOR);
    }

    private static Value decode(GraphBuilder net, Value code) {
        Value x = net.reshape(net.linear("code", code, VECTOR.channels()), IMAGE);
        for (int i = 0; i < BLOCKS; i++) x = transposedBlock(net, x);
        x = net.batchNorm("head", net.relu(x));
        return net.transposedConv("head", x, 1, SAME);
    }

    private static Value block(GraphBuilder net, Value x) {
        Value y = net.relu(net.batchNorm("enc_a", net.conv("enc_a", x, CHANNELS, SAME)));
        y = net.batchNorm("enc_b", net.conv("enc_b", y, CHANNELS, SAME));
        return net.relu(net.add(x, y));
    }

    private static Value transposedBlock(GraphBuilder net, Value x) {
        Value y = net.transposedConv("dec_a", x, CHANNELS, SAME);
        y = net.relu(net.batchNorm("dec_a", y));
        y = net.batchNorm("dec_b", net.transposedConv("dec_b", y, CHANNELS, SAME));
        return net.relu(net.add(x, y));
    }
}
