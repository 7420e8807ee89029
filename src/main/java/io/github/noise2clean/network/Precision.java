package io.github.noise2clean.network;

/** The number format in which a network computes. Its weights and its output stay float32. */
public enum Precision {
    FLOAT32(6),
    /** For running only: half the memory, and twice as fast where GPUs multiply such matrices. */
    FLOAT16(5),
    /**
     * Convolutions and what lies between them in bfloat16: two to four times as fast where the
     * processor multiplies such matrices in hardware, slower where it does not.
     */
    BFLOAT16(15);

    /** PyTorch's own. */
    private final int number;

    Precision(int number) {
        this.number = number;
    }

    /** Source of the tensor as this precision has it; lets the gradient of a parameter through. */
    String reduced(String tensor) {
        return this == FLOAT32 ? tensor : cast(tensor, this);
    }

    /** Source of a tensor that this precision has reduced, as it was. */
    String restored(String tensor) {
        return this == FLOAT32 ? tensor : cast(tensor, FLOAT32);
    }

    private static String cast(String tensor, Precision precision) {
        return "torch.to(" + tensor + ", " + precision.number + ")";
    }
}
