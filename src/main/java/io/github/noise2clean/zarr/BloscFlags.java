package io.github.noise2clean.zarr;

import java.io.IOException;

/**
 * How the blocks of a frame of Blosc are packed.
 *
 * @param copied whether they are not packed at all
 * @param split whether the bytes at each place of the values may be packed alone
 */
record BloscFlags(BlockCodec codec, Shuffle shuffle, boolean copied, boolean split) {

    private static final int BYTES_SHUFFLED = 1;
    private static final int COPIED = 2;
    private static final int BITS_SHUFFLED = 4;
    private static final int RESERVED = 8;
    private static final int NOT_SPLIT = 16;
    private static final int CODEC_SHIFT = 5;

    /**
     * @throws IOException with what is wrong
     */
    static BloscFlags of(int bits) throws IOException {
        int form = bits >> CODEC_SHIFT;
        BlockCodec codec =
                BlockCodec.ofForm(form)
                        .orElseThrow(
                                () -> new IOException("its Blosc frame has the codec " + form));
        if ((bits & RESERVED) != 0) throw new IOException("its Blosc frame is of a later version");
        return new BloscFlags(codec, shuffle(bits), (bits & COPIED) != 0, (bits & NOT_SPLIT) == 0);
    }

    int bits() {
        int shuffled =
                switch (shuffle) {
                    case NONE -> 0;
                    case BYTES -> BYTES_SHUFFLED;
                    case BITS -> BITS_SHUFFLED;
                };
        return shuffled
                | (copied ? COPIED : 0)
                | (split ? 0 : NOT_SPLIT)
                | codec.form() << CODEC_SHIFT;
    }

    private static Shuffle shuffle(int bits) {
        if ((bits & BYTES_SHUFFLED) != 0) return Shuffle.BYTES;
        return (bits & BITS_SHUFFLED) != 0 ? Shuffle.BITS : Shuffle.NONE;
    }
}
