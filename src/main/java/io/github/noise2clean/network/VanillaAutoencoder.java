package io.github.noise2clean.network;

import io.github.noise2clean.network.GraphBuilder.Value;
import java.util.List;

/**
 * The plain convolutional autoencoder that many tutorials train on MNIST: two halvings by strided
 * convolutions and one of 5 x 5 down to 128 channels of 3 x 3, and the same way back.
 *
 * <p>For images of 28 x 28 pixels only, since its code sees the whole digit.
 */
public record VanillaAutoencoder() implements Architecture {

    private static final Window HALVING = Window.of(2, 3, 2, 1);
    private static final Window CODE = Window.of(2, 5, 1, 0);

    @Override
    public String name() {
        return "vanilla-ae";
    }

    @Override
    public Graph graph() {
        GraphBuilder net = new GraphBuilder(2);
        Value x = net.input(1, List.of(28, 28));
        x = net.relu(net.conv("conv1", x, 32, HALVING));
        x = net.relu(net.conv("conv2", x, 64, HALVING));
        x = net.conv("conv3", x, 128, CODE);
        x = net.relu(net.transposedConv("up1", x, 64, CODE));
        x = net.relu(net.doubling("up2", x, 32));
        x = net.doubling("up3", x, 1);
        return net.build(net.sigmoid(x));
    }
}
