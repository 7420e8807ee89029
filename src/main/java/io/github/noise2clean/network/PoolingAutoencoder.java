package io.github.noise2clean.network;

import io.github.noise2clean.network.GraphBuilder.Value;
import java.util.List;

/**
 * An autoencoder for MNIST that halves the resolution by max pooling, twice, and doubles it by
 * transposed convolutions of 2 x 2; for images of any size.
 */
public record PoolingAutoencoder() implements Architecture {

    private static final Window HALVING = Window.stepping(List.of(2, 2));
    private static final Window SAME = Window.same(2, 3);

    @Override
    public String name() {
        return "pooling-ae";
    }

    @Override
    public Graph graph() {
        GraphBuilder net = new GraphBuilder(2);
        Value x = net.input(1);
        x = net.maxPool(net.relu(net.conv("conv1", x, 32, SAME)), HALVING);
        x = net.maxPool(net.relu(net.conv("conv2", x, 64, SAME)), HALVING);
        x = net.relu(net.transposedConv("up1", x, 32, HALVING));
        x = net.transposedConv("up2", x, 1, HALVING);
        return net.build(net.sigmoid(x));
    }
}
