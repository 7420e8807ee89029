package io.github.noise2clean.train;

import io.github.noise2clean.dataset.TrainingImage;
import io.github.noise2clean.dataset.TrainingSet;
import io.github.noise2clean.network.Precision;

/** Everything that decides how a network is trained on given images. */
public record TrainingSettings(
        Schedule schedule,
        Patches patches,
        Optimisation optimisation,
        FinalWeights weights,
        long seed) {

    /**
     * @param epochs how often the network is validated
     * @param stepsPerEpoch updates of the weights between two validations
     */
    public record Schedule(int epochs, int stepsPerEpoch) {

        private static final int MIN_STEPS = 50;
        private static final int MAX_STEPS = 1000;

        public Schedule {
            require(epochs >= 1, "There must be at least 1 epoch, not " + epochs + ".");
            require(
                    stepsPerEpoch >= 1,
                    "There must be at least 1 step per epoch, not " + stepsPerEpoch + ".");
        }

        /** Epochs that look at about as many pixels as there are, within reason. */
        public static Schedule covering(TrainingSet images, Patches patches, int epochs) {
            int batch = patches.batch();
            if (patches.areWhole())
                return new Schedule(epochs, patches.stepsOver(images.training().size()));
            return covering(images.trainingPixels(), batch * patches.pixelsOf(images), epochs);
        }

        /**
         * @param perStep pixels that a step looks at
         */
        public static Schedule covering(long pixels, long perStep, int epochs) {
            long steps = pixels / perStep;
            return new Schedule(epochs, (int) Math.max(MIN_STEPS, Math.min(MAX_STEPS, steps)));
        }

        public long steps() {
            return (long) epochs * stepsPerEpoch;
        }
    }

    /**
     * @param size pixels along each side of a patch, smaller where the images are smaller; 0 for
     *     whole images, each once an epoch and never turned
     * @param batch patches per step
     * @param turned whether patches are turned and mirrored at random, so that the network learns
     *     no direction
     */
    public record Patches(int size, int batch, boolean turned) {

        private static final int WHOLE = 0;

        public Patches {
            require(
                    size == WHOLE || size >= 8,
                    "The patch must be at least 8 pixels wide, or 0 for whole images, not "
                            + size
                            + ".");
            require(batch >= 1, "The batch must hold at least 1 patch, not " + batch + ".");
        }

        /** Turned and mirrored at random. */
        public Patches(int size, int batch) {
            this(size, batch, true);
        }

        /** Whole images of one size. */
        public static Patches whole(int batch) {
            return new Patches(WHOLE, batch, false);
        }

        public boolean areWhole() {
            return size == WHOLE;
        }

        /** The pixels of a patch of the first image. */
        private long pixelsOf(TrainingSet images) {
            TrainingImage image = images.training().get(0);
            long pixels = 1;
            for (int d = 0; d < image.dimensions(); d++)
                pixels *= Math.min(size, image.target().dimension(d));
            return pixels;
        }

        /** As many steps as show so many whole images once. */
        int stepsOver(int images) {
            return (images + batch - 1) / batch;
        }
    }

    /**
     * @param weightDecay as PyTorch's Adam has it: added to the gradient, times the weight
     * @param divergence of the latent code, in a variational network
     */
    public record Optimisation(
            Loss loss,
            LearningRate learningRate,
            double weightDecay,
            Divergence divergence,
            Precision precision) {
        public Optimisation {
            require(
                    weightDecay >= 0 && weightDecay < 1,
                    "The weight decay must be at least 0 and below 1, not " + weightDecay + ".");
            require(
                    precision != Precision.FLOAT16,
                    "A network learns in float32 or bfloat16: in float16 small gradients vanish.");
        }

        /** Mean squared error in 32 bits, without weight decay. */
        public static Optimisation standard(double learningRate) {
            return new Optimisation(
                    Loss.MSE,
                    LearningRate.cosine(learningRate),
                    0,
                    Divergence.standard(1e-4),
                    Precision.FLOAT32);
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) throw new IllegalArgumentException(message);
    }
}
