package io.github.noise2clean.denoise;

/**
 * Mean and standard deviation of every pixel over many images, of which only one is looked at at a
 * time (Welford 1962), so that no large sums cancel.
 */
final class RunningMoments {

    private final double[] mean;
    private final double[] squares;
    private int count;

    RunningMoments(int pixels) {
        this.mean = new double[pixels];
        this.squares = new double[pixels];
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
