package io.github.noise2clean.denoise;

/**
 * Mean and standard deviation of every pixel over many images, of which only one is looked at at a
 * time (Welford 1962), so that no large sums cancel.
 */
final class RunningMoments {

    /** What is needed for a value: both sums, the image that is added, and a result. */
    private static final int BYTES_PER_VALUE = 2 * Double.BYTES + 2 * Float.BYTES;

    private static final double MEBIBYTE = 1 << 20;

    private final double[] mean;
    private final double[] squares;
    private int count;

    RunningMoments(int pixels) {
        this.mean = new double[pixels];
        this.squares = new double[pixels];
    }

    /**
     * @throws IllegalArgumentException with a sentence for the user, if Java can never have the
     *     memory for so many values
     */
    static void requireMemory(long values) {
        long most = Runtime.getRuntime().maxMemory();
        double needed = (double) BYTES_PER_VALUE * values;
        if (needed > most || values > Integer.MAX_VALUE)
            throw new IllegalArgumentException(
                    "The mean over several passes needs %.0f MB of memory for each plane or volume of this image, and Java may have %.0f MB: give it more, or choose the uncertainty none."
                            .formatted(needed / MEBIBYTE, most / MEBIBYTE));
    }

    void add(float[] image) {
        count++;
        for (int i = 0; i < mean.length; i++) {
            double before = image[i] - mean[i];
            mean[i] += before / count;
            squares[i] += before * (image[i] - mean[i]);
        }
    }

    float[] mean() {
        float[] image = new float[mean.length];
        for (int i = 0; i < image.length; i++) image[i] = (float) mean[i];
        return image;
    }

    /** With the divisor n - 1; zeros for one image. */
    float[] standardDeviation() {
        float[] image = new float[mean.length];
        int divisor = Math.max(1, count - 1);
        for (int i = 0; i < image.length; i++) image[i] = (float) Math.sqrt(squares[i] / divisor);
        return image;
    }
}
