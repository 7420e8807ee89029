package io.github.noise2clean.dataset;

/**
 * What a network is shown of an image at once.
 *
 * @param dimensions spatial axes: 2 for planes, 3 for volumes
 * @param channels together; for 1, each channel of an image is an image of its own
 */
public record Cut(int dimensions, int channels) {

    /** Each plane of each channel. */
    public static final Cut PLANES = new Cut(2, 1);

    public Cut {
        if (dimensions < 2 || dimensions > 3 || channels < 1)
            throw new IllegalArgumentException(
                    "dimensions " + dimensions + ", channels " + channels);
    }
}
