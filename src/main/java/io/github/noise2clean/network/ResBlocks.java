package io.github.noise2clean.network;

import io.github.noise2clean.network.GraphBuilder.Value;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** The encoder and the decoder that the networks of residual blocks share. */
final class ResBlocks {

    private final GraphBuilder net;
    private final Window same;
    private final List<Integer> halving;
    private final List<Integer> blocks;

    /**
     * @param blocks of each level, the finest first
     */
    ResBlocks(GraphBuilder net, int dimensions, List<Integer> blocks) {
        this.net = net;
        this.same = Window.same(dimensions, 3);
        this.halving = Collections.nCopies(dimensions, 2);
        this.blocks = blocks;
    }

    /** Down to the coarsest level; {@code skips} receives the value of each level left behind. */
    Value encode(Value image, int channels, Deque<Value> skips) {
        Value x = convBlock("stem", image, channels);
        for (int level = 0; level < levels(); level++) {
            x = blocks("enc", level, x);
            skips.push(x);
            x = net.conv("down" + level, x, 2 * x.channels(), Window.stepping(halving));
        }
        return blocks("enc", levels(), x);
    }

    /** Up to full resolution, adding the values in {@code skips} where there are any. */
    Value decode(Value x, Deque<Value> skips) {
        for (int level = levels() - 1; level >= 0; level--) {
            x = net.transposedConv("up" + level, x, x.channels() / 2, Window.stepping(halving));
            if (!skips.isEmpty()) x = net.add(x, skips.pop());
            x = blocks("dec", level, x);
        }
        return x;
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
