package io.github.noise2clean.network;

/** What a reader of graphs does with each kind of layer. */
public interface LayerVisitor<R> {
    R input(Layer.Input layer);

    R conv(Layer.Conv layer);

    R transposedConv(Layer.TransposedConv layer);

    R batchNorm(Layer.BatchNorm layer);

    R relu(Layer.Relu layer);

    R sigmoid(Layer.Sigmoid layer);

    R maxPool(Layer.MaxPool layer);

    R averagePool(Layer.AveragePool layer);

    R upsample(Layer.Upsample layer);

    R add(Layer.Add layer);

    R concat(Layer.Concat layer);

    R narrow(Layer.Narrow layer);

    R linear(Layer.Linear layer);

    R reshape(Layer.Reshape layer);

    R sample(Layer.Sample layer);
}
