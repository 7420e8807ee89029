package io.github.noise2clean.reproduce;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import io.github.noise2clean.dataset.NoisyCopy;
import io.github.noise2clean.noise.NoiseModel;
import java.util.function.IntFunction;

/** Small stacks of bright discs on a dark ground. */
final class TestImages {

    static final int SIZE = 28;

    private TestImages() {}

    static ImagePlus grey(int count) {
        return stack(count, TestImages::disc);
    }

    /** The red channel has the discs of {@link #grey}, green those of the next image. */
    static ImagePlus colour(int count) {
        return stack(count, TestImages::colourDisc);
    }

    /** With Gaussian noise of 40 grey levels. */
    static TestSet noisy(ImagePlus clean) {
        return new TestSet(
                clean, new NoisyCopy(NoiseModel.parse("gaussian:40", false), 1).of(clean));
    }

    private static ImagePlus stack(int count, IntFunction<ImageProcessor> plane) {
        ImageStack stack = new ImageStack(SIZE, SIZE);
        for (int i = 0; i < count; i++) stack.addSlice(plane.apply(i));
        return new ImagePlus("discs", stack);
    }

    private static ByteProcessor disc(int index) {
        ByteProcessor plane = new ByteProcessor(SIZE, SIZE);
        plane.setValue(200);
        plane.fillOval(3 + index % 5, 6 - index % 3, 12 + index % 4, 14);
        return plane;
    }

    private static ColorProcessor colourDisc(int index) {
        ColorProcessor plane = new ColorProcessor(SIZE, SIZE);
        plane.setChannel(1, disc(index));
        plane.setChannel(2, disc(index + 1));
        return plane;
    }
}
