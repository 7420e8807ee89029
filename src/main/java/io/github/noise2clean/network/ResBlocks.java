package io.github.noise2clean.network;

import io.github.noise2clean.network.GraphBuilder.Value;
import java.util.Deque;
import java.util.List;

/** The encoder and the decoder that the networks of residual blocks share. */
final class ResBlocks {

    private final GraphBuilder net;
    private final Window same;
    private final Window pixel;
    private final InputImages images;
    private final List<Integer> blocks;
    private final Resampling resampling;

    /** How the way down halves the size and the way up doubles it. */
    enum Resampling {
        /** By convolutions of stride 2 and transposed ones. */
        STRIDED,
        /** By convolutions behind a blur, and of repeated pixels: without checkerboards. */
        BLURRED
    }

    /**
     * @param blocks of each level, the finest first
     */
    ResBlocks(GraphBuilder net, InputImages images, List<Integer> blocks, Resampling resampling) {
        this.net = net;
        this.images = images;
        this.same = Window.same(images.dimensions(), 3);
        this.pixel = Window.same(images.dimensions(), 1);
        this.blocks = blocks;
        this.resampling = resampling;
    }

    /** Down to the coarsest level; {@code skips} receives the value of each level left behind. */
    Value encode(Value image, int channels, Deque<Value> skips) {
        Value x = convBlock("stem", image, channels);
        for (int level = 0; level < levels(); level++) {
            x = blocks("enc", level, x);
            skips.push(x);
            x = down(level, x);
        }
        return blocks("enc", levels(), x);
    }

    /** Up to full resolution, adding the values in {@code skips} where there are any. */
    Value decode(Value x, Deque<Value> skips) {
        for (int level = levels() - 1; level >= 0; level--) {
            x = up(level, x);
            if (!skips.isEmpty()) x = net.add(x, skips.pop());
            x = blocks("dec", level, x);
        }
        return x;
    }

    private Value down(int level, Value x) {
        String name = "down" + level;
        List<Integer> halving = images.halving(level);
        return switch (resampling) {
            case STRIDED -> net.conv(name, x, 2 * x.channels(), Window.stepping(halving));
            case BLURRED -> net.conv(name, net.blurPool(x, halving), 2 * x.channels(), pixel);
        };
    }

    private Value up(int level, Value x) {
        String name = "up" + level;
        List<Integer> halving = images.halving(level);
        return switch (resampling) {
            case STRIDED -> net.transposedConv(name, x, x.channels() / 2, Window.stepping(halving));
            case BLURRED -> net.upsample(net.conv(name, x, x.channels() / 2, pixel), halving);
        };
    }

    private int levels() {
        return blocks.size() - 1;
    }

    private Value blocks(String way, int level, Value x) {
        for (int block = 0; block < blocks.get(level); block++)
            x = block(way + level + "_" + block, x);
        return x;
    }

    private Value block(String name, Value x) {
        Value y = convBlock(name + "_a", x, x.channels());
        y = net.conv(name + "_b", y, new Layer.Conv(x.channels(), same, false));
        y = net.zeroBatchNorm(name + "_b", y);
        return net.relu(net.add(x, y));
    }

    private Value convBlock(String name, Value x, int channels) {
        Value y = net.conv(name, x, new Layer.Conv(channels, same, false));
        return net.relu(net.batchNorm(name, y));
    }
}
