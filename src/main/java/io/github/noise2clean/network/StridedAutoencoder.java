package io.github.noise2clean.network;

import io.github.noise2clean.network.GraphBuilder.Value;
import java.util.List;

/**
 * A small strided autoencoder for MNIST and Fashion-MNIST: two halvings and a convolution of 7 x 7
 * down to one pixel of 64 channels, and the same way back.
 *
 * <p>For images of 28 x 28 pixels only, since its code is a single pixel.
 */
public record StridedAutoencoder() implements Architecture {

    private static final Window HALVING = Window.of(2, 3, 2, 1);
    private static final Window CODE = Window.of(2, 7, 1, 0);

    @Override
    public String name() {
        return "strided-ae";
    }

    @Override
    public Graph graph() {
        GraphBuilder net = new GraphBuilder(2);
        Value x = net.input(1, List.of(28, 28));
        x = net.relu(net.conv("conv1", x, 16, HALVING));
        x = net.relu(net.conv("conv2", x, 32, HALVING));
        x = net.conv("conv3", x, 64, CODE);
        x = net.relu(net.transposedConv("up1", x, 32, CODE));
        x = net.relu(net.doubling("up2", x, 16));
        x = net.doubling("up3", x, 1);
        return net.build(net.sigmoid(x));
    }
}
