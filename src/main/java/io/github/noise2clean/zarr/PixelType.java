package io.github.noise2clean.zarr;

import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.stream.Stream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;

/** The numbers that an array may hold, each with the type that ImgLib2 has for it. */
public enum PixelType {
    UINT8(
            "u1",
            new UnsignedByteType(),
            (values, size) -> ArrayImgs.unsignedBytes((byte[]) values, size)),
    UINT16(
            "u2",
            new UnsignedShortType(),
            (values, size) -> ArrayImgs.unsignedShorts((short[]) values, size)),
    UINT32(
            "u4",
            new UnsignedIntType(),
            (values, size) -> ArrayImgs.unsignedInts((int[]) values, size)),
    INT8("i1", new ByteType(), (values, size) -> ArrayImgs.bytes((byte[]) values, size)),
    INT16("i2", new ShortType(), (values, size) -> ArrayImgs.shorts((short[]) values, size)),
    INT32("i4", new IntType(), (values, size) -> ArrayImgs.ints((int[]) values, size)),
    FLOAT32("f4", new FloatType(), (values, size) -> ArrayImgs.floats((float[]) values, size)),
    FLOAT64("f8", new DoubleType(), (values, size) -> ArrayImgs.doubles((double[]) values, size));

    private final String code;
    private final RealType<?> type;
    private final View view;

    PixelType(String code, RealType<?> type, View view) {
        this.code = code;
        this.type = type;
        this.view = view;
    }

    private interface View {
        RandomAccessibleInterval<? extends RealType<?>> of(Object values, long[] size);
    }

    static Optional<PixelType> ofCode(String code) {
        return Stream.of(values()).filter(type -> type.code.equals(code)).findFirst();
    }

    /** The one that holds the values of {@code pixel}; empty where none is just that type. */
    public static Optional<PixelType> of(Object pixel) {
        return Stream.of(values())
                .filter(type -> type.type.getClass().isInstance(pixel))
                .findFirst();
    }

    /** Of one value. */
    public int bytes() {
        return code.charAt(1) - '0';
    }

    /** Whether it holds whole numbers only. */
    public boolean isInteger() {
        return code.charAt(0) != 'f';
    }

    /** A new pixel. */
    public RealType<?> pixel() {
        return type.createVariable();
    }

    /** Kind and bytes, as NumPy's types have them after the letter of their byte order. */
    String code() {
        return code;
    }

    /** A view of an array as {@link #decoded} gives it. */
    RandomAccessibleInterval<? extends RealType<?>> view(Object values, long[] size) {
        return view.of(values, size);
    }

    /** The values as an array of Java's primitive type of this size. */
    Object decoded(byte[] stored, ByteOrder order) {
        if (bytes() == 1) return stored;
        ByteBuffer bytes = ByteBuffer.wrap(stored).order(order);
        Object values = blank(stored.length / bytes());
        if (values instanceof short[] shorts) bytes.asShortBuffer().get(shorts);
        if (values instanceof int[] ints) bytes.asIntBuffer().get(ints);
        if (values instanceof float[] floats) bytes.asFloatBuffer().get(floats);
        if (values instanceof double[] doubles) bytes.asDoubleBuffer().get(doubles);
        return values;
    }

    /** The bytes of an array as {@link #decoded} gives it. */
    byte[] encoded(Object values, ByteOrder order) {
        if (values instanceof byte[] same) return same;
        int size = Math.multiplyExact(Array.getLength(values), bytes());
        ByteBuffer bytes = ByteBuffer.allocate(size).order(order);
        if (values instanceof short[] shorts) bytes.asShortBuffer().put(shorts);
        if (values instanceof int[] ints) bytes.asIntBuffer().put(ints);
        if (values instanceof float[] floats) bytes.asFloatBuffer().put(floats);
        if (values instanceof double[] doubles) bytes.asDoubleBuffer().put(doubles);
        return bytes.array();
    }

    /** So many zeros. */
    Object blank(int count) {
        return switch (this) {
            case UINT8, INT8 -> new byte[count];
            case UINT16, INT16 -> new short[count];
            case UINT32, INT32 -> new int[count];
            case FLOAT32 -> new float[count];
            case FLOAT64 -> new double[count];
        };
    }
}
