package io.github.noise2clean.trust;

/**
 * What can be seen in a noisy and a denoised image without the clean one. The residual is the
 * former less the latter: all that was taken for noise (the method noise of Buades, Coll and Morel,
 * Multiscale Modeling and Simulation 4 (2005) 490-530), which shall look like noise.
 */
public enum Aspect {

    /**
     * The mean of the residual, in grey levels. To pass, it is within three standard errors, or 5 %
     * of the noise's standard deviation.
     */
    RESIDUAL_MEAN(
            "residual mean",
            "The denoised image is brighter than the noisy one on average: do not compare its"
                    + " intensities with those of other images.",
            "The denoised image is darker than the noisy one on average: do not compare its"
                    + " intensities with those of other images.",
            Aspect.NO_NOISE),

    /** The standard deviation of the residual over that of the noise, where the image is smooth. */
    NOISE_REMOVED(
            "noise removed",
            "Much of the noise is still there: the model has learned from other noise, weaker or"
                    + " finer.",
            "More than the noise is missing where the image is smooth: structures were taken away, or"
                    + " others added.",
            Aspect.NO_NOISE),

    /**
     * The autocorrelation of the residual less that of the noise, at the one of 1 to 8 pixels along
     * x or y where they differ most.
     */
    RESIDUAL_CORRELATION(
            "residual correlation",
            "Neighbouring pixels of the residual have less in common than those of the noise: some"
                    + " of the noise was taken for the image's and stays.",
            "Neighbouring pixels of the residual have more in common than those of the noise: some"
                    + " of the image was taken away with it.",
            "It cannot be told: the image is too small or has too little noise, or nothing was"
                    + " taken away."),

    /**
     * The residual's slope over the structures of one to three pixels of the denoised image (the
     * difference of two Gaussians), where these stand out of the noise: 0.5 for structures that
     * should have half as much contrast again. What little of the noise is left counts too, since
     * the residual lacks it: a good denoiser comes to between 0 and 0.3, and one whose error is
     * least to 0.5 at most, as far as tried.
     */
    SIGNAL_LEFT(
            "signal left",
            "Structures stand out more than in the noisy image: the network sharpens them, or adds"
                    + " contrast.",
            "The residual holds what the structures of the denoised image lack: they have lost"
                    + " contrast or sharpness.",
            "It cannot be told: nothing, or too little, stands out of the noise."),

    /** The share of the noisy pixels outside the intensities that the network has learned from. */
    OUTSIDE_TRAINING(
            "outside training range",
            "",
            "These pixels are darker or brighter than all that the network has learned from: what it"
                    + " makes of them is a guess.",
            "It cannot be told: the model does not say what intensities it has learned from."),

    /**
     * The share of the denoised pixels at the lowest or highest value of their type, where the
     * noisy ones are farther from it than their standard deviation, in the mean of a square of 16.
     */
    CLIPPED(
            "clipped on output",
            "",
            "These pixels came out at the lowest or highest value of the image's type, which hides"
                    + " what the network made of them: ask for a 32-bit result.",
            ""),

    /**
     * The standard deviation of what the darkest smooth squares show of texture that the noisy
     * image does not account for, as {@link Support} tells it, over that of the noise. Remains of
     * the noise are no such texture. Up to three standard errors are taken for chance.
     */
    BACKGROUND_TEXTURE(
            "background texture",
            "",
            "Dark smooth areas show texture that the noisy image does not: the network has invented"
                    + " it, so do not trust faint structures.",
            Aspect.NO_NOISE);

    private static final String NO_NOISE =
            "It cannot be told: the image is too small, or has no noise.";

    private final String title;
    private final String low;
    private final String high;
    private final String unknown;

    /**
     * @param low the sentence for a value that is too low
     * @param unknown the sentence for one that there is not
     */
    Aspect(String title, String low, String high, String unknown) {
        this.title = title;
        this.low = low;
        this.high = high;
        this.unknown = unknown;
    }

    /** Such as "residual mean". */
    public String title() {
        return title;
    }

    Finding found(double value, double least, double most) {
        return new Finding(this, value, least, most);
    }

    String tooLow() {
        return low;
    }

    String tooHigh() {
        return high;
    }

    String unknown() {
        return unknown;
    }
}
