package io.github.noise2clean.train;

import io.github.noise2clean.network.Precision;

/** Everything that decides how a network is trained on given images. */
public record TrainingSettings(
        Schedule schedule, Patches patches, Optimisation optimisation, long seed) {

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

        /**
         * Epochs that look at about as many pixels as there are, within reason.
         *
         * @param pixels of all training images
         */
        public static Schedule covering(long pixels, Patches patches, int epochs) {
            long perStep = (long) patches.size() * patches.size() * patches.batch();
            return new Schedule(
                    epochs, (int) Math.max(MIN_STEPS, Math.min(MAX_STEPS, pixels / perStep)));
        }

        public long steps() {
            return (long) epochs * stepsPerEpoch;
        }
    }

    /**
     * @param size pixels along each side of a patch; smaller where the images are smaller
     * @param batch patches per step
     */
    public record Patches(int size, int batch) {
        public Patches {
            require(size >= 8, "The patch must be at least 8 pixels wide, not " + size + ".");
            require(batch >= 1, "The batch must hold at least 1 patch, not " + batch + ".");
        }
    }

    /**
     * @param learningRate the highest, see {@link LearningRate}
     * @param weightDecay as PyTorch's Adam has it: added to the gradient, times the weight
     * @param divergenceWeight of the latent code's divergence, in a variational network
     */
    public record Optimisation(
            Loss loss,
            double learningRate,
            double weightDecay,
            double divergenceWeight,
            Precision precision) {
        public Optimisation {
            require(
                    learningRate > 0 && learningRate <= 1,
                    "The learning rate must be above 0 and at most 1, not " + learningRate + ".");
            require(
                    weightDecay >= 0 && weightDecay < 1,
                    "The weight decay must be at least 0 and below 1, not " + weightDecay + ".");
            require(
                    divergenceWeight >= 0 && Double.isFinite(divergenceWeight),
                    "The weight of the divergence must be at least 0, not "
                            + divergenceWeight
                            + ".");
        }

        /** Mean squared error in 32 bits, without weight decay. */
        public static Optimisation standard(double learningRate) {
            return new Optimisation(Loss.MSE, learningRate, 0, 1e-4, Precision.FLOAT32);
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) throw new IllegalArgumentException(message);
    }
}
