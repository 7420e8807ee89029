package io.github.noise2clean.benchmark;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.noise2clean.tensor.Torch;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Square windows that go into a tensor of PyTorch and come out again, in windows per second. */
@State(Scope.Thread)
public class CopyParts {

    @Param({"256", "1024"})
    private int side;

    private float[] window;
    private Shape shape;

    @Setup
    public void makeWindow() {
        window = new float[side * side];
        shape = new Shape(1, 1, side, side);
    }

    @Benchmark
    public float[] thereAndBack() {
        try (NDManager scope = Torch.newScope(Device.cpu())) {
            return scope.create(window, shape).toFloatArray();
        }
    }
}
