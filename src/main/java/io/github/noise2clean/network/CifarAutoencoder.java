package io.github.noise2clean.network;

import io.github.noise2clean.network.GraphBuilder.Value;

/**
 * The denoising autoencoder for CIFAR-10 whose images are resized to 28 x 28 pixels: four
 * convolutions down to 7 x 7 and four transposed ones back, for colour images of any size.
 *
 * <p>Its author published the sizes but not the numbers of channels: 32, 64, 128, 128 are ours.
 */
public record CifarAutoencoder() implements Architecture {

    private static final Window HALVING = Window.of(2, 3, 2, 1);
    private static final Window SAME = Window.same(2, 3);

    @Override
    public String name() {
        return "cifar-ae";
    }

    @Override
    public Graph graph() {
        GraphBuilder net = new GraphBuilder(2);
        Value x = net.input(3);
        x = net.relu(net.conv("conv1", x, 32, SAME));
        x = net.relu(net.conv("conv2", x, 64, HALVING));
        x = net.relu(net.conv("conv3", x, 128, HALVING));
        x = net.relu(net.conv("conv4", x, 128, SAME));
        x = net.relu(net.transposedConv("up1", x, 128, SAME));
        x = net.relu(net.doubling("up2", x, 64));
        x = net.relu(net.doubling("up3", x, 32));
        x = net.transposedConv("up4", x, 3, SAME);
        return net.build(net.sigmoid(x));
    }
}
