package io.github.noise2clean.zarr;

/** How the values of a block are taken apart before it is packed, so that like lies beside like. */
enum Shuffle {
    NONE {
        @Override
        int values(int size, int valueBytes) {
            return 0;
        }

        @Override
        void take(byte[] values, byte[] apart, int count, int valueBytes) {}

        @Override
        void join(byte[] apart, byte[] values, int count, int valueBytes) {}
    },

    /** The first bytes of all values, then all second bytes and so on. */
    BYTES {
        @Override
        int values(int size, int valueBytes) {
            return valueBytes == 1 ? 0 : size / valueBytes;
        }

        @Override
        void take(byte[] values, byte[] apart, int count, int valueBytes) {
            for (int part = 0; part < valueBytes; part++)
                for (int i = 0; i < count; i++)
                    apart[part * count + i] = values[i * valueBytes + part];
        }

        @Override
        void join(byte[] apart, byte[] values, int count, int valueBytes) {
            for (int part = 0; part < valueBytes; part++)
                for (int i = 0; i < count; i++)
                    values[i * valueBytes + part] = apart[part * count + i];
        }
    },

    /** The lowest bits of the first bytes of all values, eight to a byte, then the next bits. */
    BITS {
        @Override
        int values(int size, int valueBytes) {
            int count = size / valueBytes;
            return count % Byte.SIZE == 0 ? count : 0;
        }

        @Override
        void take(byte[] values, byte[] apart, int count, int valueBytes) {
            int eights = count / Byte.SIZE;
            for (int part = 0; part < valueBytes; part++)
                for (int i = 0; i < eights; i++) {
                    int from = i * Byte.SIZE * valueBytes + part;
                    int to = part * count + i;
                    put(transposed(eight(values, from, valueBytes)), apart, to, eights);
                }
        }

        @Override
        void join(byte[] apart, byte[] values, int count, int valueBytes) {
            int eights = count / Byte.SIZE;
            for (int part = 0; part < valueBytes; part++)
                for (int i = 0; i < eights; i++) {
                    int from = part * count + i;
                    int to = i * Byte.SIZE * valueBytes + part;
                    put(transposed(eight(apart, from, eights)), values, to, valueBytes);
                }
        }
    };

    /** How many of the values of a block are taken apart; bytes behind them stay as they are. */
    abstract int values(int size, int valueBytes);

    abstract void take(byte[] values, byte[] apart, int count, int valueBytes);

    abstract void join(byte[] apart, byte[] values, int count, int valueBytes);

    /** A block taken apart. */
    byte[] apart(byte[] block, int valueBytes) {
        byte[] apart = block.clone();
        take(block, apart, values(block.length, valueBytes), valueBytes);
        return apart;
    }

    /** What {@link #apart} was made of. */
    byte[] joined(byte[] apart, int valueBytes) {
        byte[] block = apart.clone();
        join(apart, block, values(apart.length, valueBytes), valueBytes);
        return block;
    }

    /** Eight bytes at equal distances, the first as the lowest byte. */
    private static long eight(byte[] bytes, int first, int step) {
        long eight = 0;
        for (int i = 0; i < Byte.SIZE; i++)
            eight |= Byte.toUnsignedLong(bytes[first + i * step]) << i * Byte.SIZE;
        return eight;
    }

    private static void put(long eight, byte[] bytes, int first, int step) {
        for (int i = 0; i < Byte.SIZE; i++)
            bytes[first + i * step] = (byte) (eight >>> i * Byte.SIZE);
    }

    /** The matrix of 8 x 8 bits, whose rows are the bytes, by swapping ever larger squares. */
    private static long transposed(long rows) {
        long ones = swapped(rows, 7, 0x00AA00AA00AA00AAL);
        long twos = swapped(ones, 14, 0x0000CCCC0000CCCCL);
        return swapped(twos, 28, 0x00000000F0F0F0F0L);
    }

    private static long swapped(long bits, int distance, long which) {
        long differing = (bits ^ bits >>> distance) & which;
        return bits ^ differing ^ differing << distance;
    }
}
