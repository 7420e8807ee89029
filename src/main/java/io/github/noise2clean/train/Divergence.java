package io.github.noise2clean.train;

import ai.djl.ndarray.NDArray;

/**
 * How strongly, and how soon, the latent code of a variational network is pulled towards the
 * standard normal distribution (Kingma and Welling 2014, appendix B).
 *
 * <p>Too strong, and the code carries nothing: the posterior has collapsed. Too weak, and samples
 * of the prior look like nothing the network has learned.
 *
 * @param weight of the divergence beside a mean loss over pixels
 * @param annealing the share of all steps over which the weight rises from zero to its own (Bowman
 *     et al. 2016)
 */
public record Divergence(double weight, double annealing, Reduction reduction) {

    /** Of a log-variance; the standard deviation of a sample ends there too. */
    private static final float HIGHEST = 20;

    /** What a batch's divergences become. */
    public enum Reduction {
        /** Averaged over the code's values and the batch. */
        MEAN {
            @Override
            double ofBatch(double share) {
                return share;
            }
        },
        /**
         * Summed over both, as in the first Noise2Clean: strong beside a mean loss, and stronger
         * for larger batches.
         */
        SUM {
            @Override
            double ofBatch(double share) {
                return 1;
            }
        };

        /**
         * What a part's divergence counts in that of its batch.
         *
         * @param share of the batch's patches
         */
        abstract double ofBatch(double share);
    }

    public Divergence {
        if (!(weight >= 0 && Double.isFinite(weight)))
            throw new IllegalArgumentException(
                    "The weight of the divergence must be at least 0, not " + weight + ".");
        if (!(annealing >= 0 && annealing <= 1))
            throw new IllegalArgumentException(
                    "The annealing must be a share of the steps from 0 to 1, not "
                            + annealing
                            + ".");
    }

    /** Averaged, and rising over the first 30 % of the steps. */
    public static Divergence standard(double weight) {
        return new Divergence(weight, 0.3, Reduction.MEAN);
    }

    /** Summed at full weight from the first step, as the first Noise2Clean has it. */
    public static Divergence original() {
        return new Divergence(1, 0, Reduction.SUM);
    }

    /** The weighted divergence of a code, a scalar. */
    NDArray evaluate(NDArray mean, NDArray logVariance, double progress) {
        NDArray each = logVariance.add(1).sub(mean.square()).sub(variance(logVariance));
        NDArray reduced = reduction == Reduction.SUM ? each.sum() : each.mean();
        return reduced.mul((float) (-0.5 * weightAt(progress)));
    }

    /**
     * Goes on as a straight line where no code that works ever is: the first steps of a training
     * can throw a layer of many inputs there, and must be able to bring it back.
     */
    private static NDArray variance(NDArray logVariance) {
        NDArray above = logVariance.sub(HIGHEST).maximum(0f);
        return logVariance.minimum(HIGHEST).exp().add(above.mul((float) Math.exp(HIGHEST)));
    }

    /**
     * @param progress the share of all steps that is done
     */
    double weightAt(double progress) {
        return annealing == 0 ? weight : weight * Math.min(1, progress / annealing);
    }
}
