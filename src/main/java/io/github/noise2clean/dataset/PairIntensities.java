package io.github.noise2clean.dataset;

import io.github.noise2clean.image.AxisImage;
import java.util.List;

/** What grey values the clean images of pairs are learned with. */
public enum PairIntensities {

    /** Those of their files. */
    AS_GIVEN {
        @Override
        Targets targets(List<AxisImage> noisy, Targets clean) {
            return clean;
        }
    },

    /**
     * Those of the noisy images: each channel of each clean image is mapped linearly, as fits best.
     *
     * <p>The clean image gives way, since a network can tell from a noisy image what is in it, but
     * not how its clean one happened to be stretched; and a denoised image then keeps the
     * brightness of the image it was made of. Where the two do not resemble each other, nothing is
     * mapped.
     */
    MATCHED {
        @Override
        Targets targets(List<AxisImage> noisy, Targets clean) {
            return clean.matchedTo(noisy);
        }
    };

    abstract Targets targets(List<AxisImage> noisy, Targets clean);
}
