package io.github.noise2clean.image;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.stream.Stream;

/** How a NumPy file stores a value. */
enum NpyType {
    FLOAT32("<f4", Float.BYTES) {
        @Override
        float next(ByteBuffer bytes) {
            return bytes.getFloat();
        }
    },
    FLOAT64("<f8", Double.BYTES) {
        @Override
        float next(ByteBuffer bytes) {
            return (float) bytes.getDouble();
        }
    },
    UINT8("|u1", Byte.BYTES) {
        @Override
        float next(ByteBuffer bytes) {
            return Byte.toUnsignedInt(bytes.get());
        }
    },
    UINT16("<u2", Short.BYTES) {
        @Override
        float next(ByteBuffer bytes) {
            return Short.toUnsignedInt(bytes.getShort());
        }
    };

    private final String code;
    private final int bytes;

    NpyType(String code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    static Optional<NpyType> of(String code) {
        return Stream.of(values()).filter(type -> type.code.equals(code)).findFirst();
    }

    /** As a header names it. */
    String code() {
        return code;
    }

    /** Of one value. */
    int bytes() {
        return bytes;
    }

    abstract float next(ByteBuffer bytes);
}
