package io.github.noise2clean.dataset;

/**
 * What is done to the clean images of pairs so that they match their noisy ones.
 *
 * @param aligned whether each is moved to where its noisy one lies, as {@link Alignment} finds it,
 *     before its grey values are looked at
 */
public record PairMatch(boolean aligned, PairIntensities intensities) {

    /** Nothing. */
    public static final PairMatch AS_GIVEN = of(false, false);

    /**
     * @param matched whether each is given the grey values of its noisy one
     */
    public static PairMatch of(boolean aligned, boolean matched) {
        return new PairMatch(aligned, matched ? PairIntensities.MATCHED : PairIntensities.AS_GIVEN);
    }

    /** What the images are, in words, where they are not taken as they are. */
    String described(String images) {
        String place = aligned ? ", aligned" : "";
        return images
                + place
                + (intensities == PairIntensities.MATCHED ? ", intensities matched" : "");
    }
}
