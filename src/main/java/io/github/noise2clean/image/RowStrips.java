package io.github.noise2clean.image;

/**
 * How the planes of a stack are cut into strips of whole rows, of about a mebibyte each, so that
 * parts of a plane can be read and written.
 */
record RowStrips(StackSize size, int bytesPerPixel) {

    private static final long USUAL_BYTES = 1 << 20;

    /** Of each strip but the last one of a plane, which may have fewer. */
    int rows() {
        long rows = USUAL_BYTES / ((long) size.plane().width() * bytesPerPixel);
        return (int) Math.max(1, Math.min(size.plane().height(), rows));
    }

    int rows(int index) {
        return Math.min(rows(), size.plane().height() - firstRow(index));
    }

    int count() {
        return Math.multiplyExact(size.planes(), perPlane());
    }

    int plane(int index) {
        return index / perPlane();
    }

    int pixels(int index) {
        return Math.multiplyExact(rows(index), size.plane().width());
    }

    /** Of the strip within its plane, in bytes. */
    long offset(int index) {
        return (long) firstRow(index) * size.plane().width() * bytesPerPixel;
    }

    long planeBytes() {
        return size.plane().pixels() * bytesPerPixel;
    }

    /** Of all planes. */
    long bytes() {
        return Math.multiplyExact(planeBytes(), size.planes());
    }

    private int firstRow(int index) {
        return index % perPlane() * rows();
    }

    private int perPlane() {
        return (size.plane().height() + rows() - 1) / rows();
    }
}
