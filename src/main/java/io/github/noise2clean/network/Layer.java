package io.github.noise2clean.network;

import java.util.List;

/** One operation of a {@link Graph}, named and defined as PyTorch defines it. */
public sealed interface Layer {

    /**
     * The shape this layer makes of its inputs' shapes; most keep it as it is.
     *
     * @throws IllegalArgumentException where the shapes do not fit the layer
     */
    default Shape output(List<Shape> inputs) {
        return inputs.get(0);
    }

    /** The input pixels that the output pixels {@code target} depend on, along one axis. */
    default Span source(Span target, int axis) {
        return target;
    }

    /** Output pixels are this many input pixels apart; upsampling by f returns -f. */
    default int step(int axis) {
        return 1;
    }

    /** Multiplications with a weight, for one item of a batch. */
    default long multiplyAdds(List<Shape> inputs) {
        return 0;
    }

    <R> R accept(LayerVisitor<R> visitor);

    /**
     * The image {@code [N, C, H, W]} or {@code [N, C, D, H, W]} that enters the network.
     *
     * @param size of the only images that the network takes, slowest axis first; empty for any size
     */
    record Input(int channels, List<Integer> size) implements Layer {
        public Input {
            size = new Shape(channels, size).size();
        }

        @Override
        public Shape output(List<Shape> inputs) {
            Shape image = inputs.get(0);
            if (image.channels() != channels)
                throw new IllegalArgumentException(channels + " channels wanted, not " + image);
            if (!size.isEmpty() && !size.equals(image.size()))
                throw new IllegalArgumentException("size " + size + " wanted, not " + image);
            return image;
        }

        @Override
        public <R> R accept(LayerVisitor<R> visitor) {
            return visitor.input(this);
        }
    }

    /** Convolution; parameters: weight {@code [channels, in, kernel...]}, bias if it has one. */
    record Conv(int channels, Window window, boolean bias) implements Layer {
        @Override
        public Shape output(List<Shape> inputs) {
            return inputs.get(0).resized(channels, window::positions);
        }

        @Override
        public Span source(Span target, int axis) {
            return window.under(target, axis);
        }

        @Override
        public int step(int axis) {
            return window.stride().get(axis);
        }

        @Override
        public long multiplyAdds(List<Shape> inputs) {
            return output(inputs).values() * inputs.get(0).channels() * window.area();
        }

        @Override
        public <R> R accept(LayerVisitor<R> visitor) {
            return visitor.conv(this);
        }
    }

    /**
     * Transposed convolution; parameters: weight {@code [in, channels, kernel...]}, bias.
     *
     * @param outputPadding pixels added at the end of each axis, fewer than the stride
     */
    record TransposedConv(int channels, Window window, List<Integer> outputPadding, boolean bias)
            implements Layer {
        public TransposedConv {
            outputPadding = List.copyOf(outputPadding);
            window.checkPainting(outputPadding);
        }

        @Override
        public Shape output(List<Shape> inputs) {
            return inputs.get(0)
                    .resized(
                            channels,
                            (n, axis) ->
                                    Math.addExact(
                                            window.painted(n, axis), outputPadding.get(axis)));
        }

        @Override
        public Span source(Span target, int axis) {
            return window.reaching(target, axis);
        }

        @Override
        public int step(int axis) {
            return -window.stride().get(axis);
        }

        @Override
        public long multiplyAdds(List<Shape> inputs) {
            return inputs.get(0).values() * channels * window.area();
        }

        @Override
        public <R> R accept(LayerVisitor<R> visitor) {
            return visitor.transposedConv(this);
        }
    }

    /**
     * Batch normalisation (Ioffe and Szegedy 2015); parameters: scale, shift, running mean, running
     * variance, each {@code [channels]}.
     */
    record BatchNorm(double epsilon, double momentum) implements Layer {
        @Override
        public <R> R accept(LayerVisitor<R> visitor) {
            return visitor.batchNorm(this);
        }
    }

    /** The larger of each value and zero. */
    record Relu() implements Layer {
        @Override
        public <R> R accept(LayerVisitor<R> visitor) {
            return visitor.relu(this);
        }
    }

    /** The logistic function of each value. */
    record Sigmoid() implements Layer {
        @Override
        public <R> R accept(LayerVisitor<R> visitor) {
            return visitor.sigmoid(this);
        }
    }

    /** The largest value under each position of the window. */
    record MaxPool(Window window) implements Layer {
        public MaxPool {
            if (!window.paddedByHalf())
                throw new IllegalArgumentException("more padding than pixels: " + window);
        }

        @Override
        public Shape output(List<Shape> inputs) {
            Shape in = inputs.get(0);
            return in.resized(in.channels(), window::positions);
        }

        @Override
        public Span source(Span target, int axis) {
            return window.under(target, axis);
        }

        @Override
        public int step(int axis) {
            return window.stride().get(axis);
        }

        @Override
        public <R> R accept(LayerVisitor<R> visitor) {
            return visitor.maxPool(this);
        }
    }

    /** The mean under each position of the window; what lies outside the image counts as zero. */
    record AveragePool(Window window) implements Layer {
        public AveragePool {
            if (!window.paddedByHalf())
                throw new IllegalArgumentException("more padding than pixels: " + window);
        }

        @Override
        public Shape output(List<Shape> inputs) {
            Shape in = inputs.get(0);
            return in.resized(in.channels(), window::positions);
        }

        @Override
        public Span source(Span target, int axis) {
            return window.under(target, axis);
        }

        @Override
        public int step(int axis) {
            return window.stride().get(axis);
        }

        @Override
        public <R> R accept(LayerVisitor<R> visitor) {
            return visitor.averagePool(this);
        }
    }

    /** Every pixel repeated {@code factor} times along each axis (nearest neighbour). */
    record Upsample(List<Integer> factor) implements Layer {
        public Upsample {
            factor = List.copyOf(factor);
            if (factor.stream().anyMatch(f -> f < 1))
                throw new IllegalArgumentException("factor " + factor);
        }

        @Override
        public Shape output(List<Shape> inputs) {
            Shape in = inputs.get(0);
            return in.resized(
                    in.channels(), (size, axis) -> Math.multiplyExact(size, factor.get(axis)));
        }

        @Override
        public Span source(Span target, int axis) {
            int f = factor.get(axis);
            return new Span(Math.floorDiv(target.first(), f), Math.floorDiv(target.last(), f));
        }

        @Override
        public int step(int axis) {
            return -factor.get(axis);
        }

        @Override
        public <R> R accept(LayerVisitor<R> visitor) {
            return visitor.upsample(this);
        }
    }

    /** The sum of two values of one shape. */
    record Add() implements Layer {
        @Override
        public Shape output(List<Shape> inputs) {
            if (!inputs.get(0).equals(inputs.get(1)))
                throw new IllegalArgumentException("shapes differ: " + inputs);
            return inputs.get(0);
        }

        @Override
        public <R> R accept(LayerVisitor<R> visitor) {
            return visitor.add(this);
        }
    }

    /** The channels of all inputs, one after the other. */
    record Concat() implements Layer {
        @Override
        public Shape output(List<Shape> inputs) {
            if (inputs.stream().map(Shape::size).distinct().count() != 1)
                throw new IllegalArgumentException("sizes differ: " + inputs);
            int channels = inputs.stream().mapToInt(Shape::channels).reduce(0, Math::addExact);
            return new Shape(channels, inputs.get(0).size());
        }

        @Override
        public <R> R accept(LayerVisitor<R> visitor) {
            return visitor.concat(this);
        }
    }

    /** Some of the channels. */
    record Narrow(int first, int channels) implements Layer {
        public Narrow {
            if (first < 0 || channels < 1)
                throw new IllegalArgumentException("first " + first + ", channels " + channels);
        }

        @Override
        public Shape output(List<Shape> inputs) {
            Shape in = inputs.get(0);
            if (in.channels() - channels < first)
                throw new IllegalArgumentException(this + " of " + in);
            return new Shape(channels, in.size());
        }

        @Override
        public <R> R accept(LayerVisitor<R> visitor) {
            return visitor.narrow(this);
        }
    }

    /** A matrix product of feature vectors; parameters: weight {@code [features, in]}, bias. */
    record Linear(int features, boolean bias) implements Layer {
        @Override
        public Shape output(List<Shape> inputs) {
            if (!inputs.get(0).size().isEmpty())
                throw new IllegalArgumentException("a feature vector wanted, not " + inputs);
            return new Shape(features, List.of());
        }

        @Override
        public long multiplyAdds(List<Shape> inputs) {
            return (long) features * inputs.get(0).channels();
        }

        @Override
        public <R> R accept(LayerVisitor<R> visitor) {
            return visitor.linear(this);
        }
    }

    /** The same values in another shape: an image as a feature vector, or back. */
    record Reshape(Shape shape) implements Layer {
        @Override
        public Shape output(List<Shape> inputs) {
            if (inputs.get(0).values() != shape.values())
                throw new IllegalArgumentException(inputs + " does not fit " + shape);
            return shape;
        }

        @Override
        public <R> R accept(LayerVisitor<R> visitor) {
            return visitor.reshape(this);
        }
    }

    /**
     * The reparametrisation of a variational autoencoder (Kingma and Welling 2014): of mean and
     * log-variance, a normal sample while training and where asked for, otherwise the mean.
     */
    record Sample() implements Layer {
        @Override
        public Shape output(List<Shape> inputs) {
            return new Add().output(inputs);
        }

        @Override
        public <R> R accept(LayerVisitor<R> visitor) {
            return visitor.sample(this);
        }
    }
}
