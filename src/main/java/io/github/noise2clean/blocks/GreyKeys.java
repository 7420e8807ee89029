package io.github.noise2clean.blocks;

import io.github.noise2clean.zarr.PixelType;

/**
 * Grey values as whole numbers without a sign, in the same order, of one or two digits of 16 bits:
 * so many can be counted.
 */
enum GreyKeys {
    UNSIGNED(1) {
        @Override
        int key(float grey) {
            return (int) grey;
        }

        @Override
        float grey(int key) {
            return key;
        }
    },
    SIGNED(1) {
        @Override
        int key(float grey) {
            return (int) grey - Short.MIN_VALUE;
        }

        @Override
        float grey(int key) {
            return key + Short.MIN_VALUE;
        }
    },
    /** The bits of a float: all of them turned round below 0, the sign alone above. */
    FLOAT(2) {
        @Override
        int key(float grey) {
            int bits = Float.floatToRawIntBits(grey);
            return bits ^ (bits >> 31 | Integer.MIN_VALUE);
        }

        @Override
        float grey(int key) {
            return Float.intBitsToFloat(key ^ (~key >> 31 | Integer.MIN_VALUE));
        }
    };

    /** In bits. */
    static final int DIGIT = 16;

    private static final int LAST = (1 << DIGIT) - 1;

    private final int digits;

    GreyKeys(int digits) {
        this.digits = digits;
    }

    /** Those that tell all grey values of a type apart, as floats have them. */
    static GreyKeys of(PixelType type) {
        return switch (type) {
            case UINT8, UINT16 -> UNSIGNED;
            case INT8, INT16 -> SIGNED;
            case UINT32, INT32, FLOAT32, FLOAT64 -> FLOAT;
        };
    }

    /** Of a finite grey value. */
    abstract int key(float grey);

    abstract float grey(int key);

    /** Whether the first digit is all of a key. */
    boolean isOneDigit() {
        return digits == 1;
    }

    int first(float grey) {
        return key(grey) >>> DIGIT * (digits - 1);
    }

    int second(float grey) {
        return key(grey) & LAST;
    }

    float grey(int first, int second) {
        return grey(first << DIGIT | second);
    }
}
