package io.github.noise2clean.foreign;

import io.github.noise2clean.model.Sha256;
import java.util.Set;

/**
 * Which TorchScript of others may be run: PyTorch cannot be kept from doing all that the program in
 * it says.
 */
public sealed interface Trust {

    /** None. */
    Trust NONE = new InFiles(Set.of());

    /** All, on the user's word. */
    Trust ALL = new InAll();

    /** Whether a file of weights may be run. */
    boolean covers(String sha256);

    /**
     * @throws IllegalArgumentException with a sentence on what to do, if the weights may not be run
     */
    default void require(ForeignWeights weights) {
        if (weights.kind() == ForeignWeights.Kind.TORCHSCRIPT && !covers(Sha256.of(weights.file())))
            throw new IllegalArgumentException(
                    "its weights are TorchScript, which is a program that can do anything on this"
                            + " computer: import it with --trust, or in Fiji with Denoiser Models and"
                            + " Trust TorchScript, if you trust those who made it");
    }

    /** Every file. */
    record InAll() implements Trust {

        @Override
        public boolean covers(String sha256) {
            return true;
        }
    }

    /** Files with these hashes, in hexadecimal digits. */
    record InFiles(Set<String> hashes) implements Trust {

        public InFiles {
            hashes = Set.copyOf(hashes);
        }

        @Override
        public boolean covers(String sha256) {
            return hashes.contains(sha256);
        }
    }
}
