package io.github.noise2clean.tensor;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/**
 * The product of two square matrices of random numbers: about the fastest that a device multiplies
 * and adds, and so what the speed of a network on it is judged by.
 */
public final class MatrixProduct implements AutoCloseable {

    private final NDManager scope;
    private final NDArray left;
    private final NDArray right;

    /**
     * @param side rows and columns of each matrix
     */
    public MatrixProduct(int side, Device device) {
        Shape shape = new Shape(side, side);
        scope = Torch.newScope(device);
        left = scope.randomNormal(0, 1, shape, DataType.FLOAT32);
        right = scope.randomNormal(0, 1, shape, DataType.FLOAT32);
    }

    /** What one product takes. */
    public double multiplyAdds() {
        return Math.pow(left.getShape().get(0), 3);
    }

    /** Computes it once more, and waits until that is done; one of its numbers. */
    public float compute() {
        try (NDArray product = left.matMul(right);
                NDArray corner = product.get(0, 0)) {
            return corner.getFloat();
        }
    }

    @Override
    public void close() {
        scope.close();
    }
}
