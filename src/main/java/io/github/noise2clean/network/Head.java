package io.github.noise2clean.network;

import io.github.noise2clean.network.GraphBuilder.Value;

/** What a network makes of its last values, one channel at full resolution, to denoise an image. */
public enum Head {
    /** They are what to add to the noisy image. */
    RESIDUAL,
    /** They are the denoised image. */
    LINEAR,
    /** Their logistic function is the denoised image: normalised pixels lie between 0 and 1. */
    SIGMOID;

    Value of(GraphBuilder net, Value image, Value x) {
        return switch (this) {
            case RESIDUAL -> net.add(image, x);
            case LINEAR -> x;
            case SIGMOID -> net.sigmoid(x);
        };
    }
}
