package io.github.noise2clean.denoise;

import io.github.noise2clean.image.DataRange;
import java.util.Locale;
import java.util.function.Consumer;
import net.imglib2.img.array.ArrayImgs;

/**
 * A network that runs in float16 if it makes of the first window nearly what it makes in float32,
 * and as long as all that it makes is finite; otherwise in float32.
 */
final class HalvedNetwork implements PixelNetwork {

    /**
     * About one grey value of 8 bits. On a processor, the bundled models were seen to change values
     * of test images by up to 0.32 %.
     */
    private static final double LARGEST_CHANGE = 1.0 / 256;

    private final PixelNetwork whole;
    private final PixelNetwork halved;
    private final Consumer<String> notes;
    private Trust trust = Trust.UNTRIED;

    private enum Trust {
        UNTRIED,
        TRUSTED,
        REFUSED
    }

    /**
     * @param whole in float32
     * @param halved the same in float16
     * @param notes is told what is taken, and why
     */
    HalvedNetwork(PixelNetwork whole, PixelNetwork halved, Consumer<String> notes) {
        this.whole = whole;
        this.halved = halved;
        this.notes = notes;
    }

    boolean isTrusted() {
        return trust == Trust.TRUSTED;
    }

    @Override
    public float[] run(float[] window, long[] shape) {
        return switch (trust) {
            case UNTRIED -> tried(window, shape);
            case TRUSTED -> trusted(window, shape);
            case REFUSED -> whole.run(window, shape);
        };
    }

    private float[] tried(float[] window, long[] shape) {
        float[] exact = whole.run(window, shape);
        try {
            return chosen(exact, halved.run(window, shape));
        } catch (IllegalArgumentException e) { // of a device that lacks some layer in float16
            refuse("float16 cannot be computed here (" + e.getMessage() + ")");
            return exact;
        }
    }

    private float[] chosen(float[] exact, float[] close) {
        double change = change(exact, close);
        if (!(change <= LARGEST_CHANGE)) { // NaN and infinite ones too
            refuse("float16 changes values by up to " + percent(change));
            return exact;
        }
        trust = Trust.TRUSTED;
        notes.accept("in float16, which changes values by up to " + percent(change));
        return close;
    }

    private float[] trusted(float[] window, long[] shape) {
        float[] made = halved.run(window, shape);
        for (float value : made) if (!Float.isFinite(value)) return refused(window, shape);
        return made;
    }

    private float[] refused(float[] window, long[] shape) {
        refuse("float16 has no numbers as large as those of a later tile");
        return whole.run(window, shape);
    }

    private void refuse(String reason) {
        trust = Trust.REFUSED;
        notes.accept("in float32: " + reason);
    }

    /** The largest one, as a share of the values' range. */
    private static double change(float[] exact, float[] close) {
        double largest = 0;
        for (int i = 0; i < exact.length; i++)
            largest = Math.max(largest, Math.abs(exact[i] - close[i]));
        double range = DataRange.of(ArrayImgs.floats(exact, exact.length)).width();
        return largest / Math.max(1, range);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %% of their range", 100 * share);
    }
}
