package io.github.noise2clean.metric;

import ij.ImagePlus;
import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.ImagePluses;
import net.imglib2.Interval;

/** A reference and a test image of the same axes and size. */
public record ImagePair(AxisImage reference, AxisImage test) {

    public ImagePair {
        if (!reference.axes().equals(test.axes()))
            throw new IllegalArgumentException(
                    "The images differ in their axes: the reference has %s, the test image %s."
                            .formatted(reference.axes(), test.axes()));
        Sizes.requireEqual(reference.pixels(), test.pixels());
    }

    /**
     * Two images whose grey values may be compared as they are: of one type, or one of 32 bits.
     *
     * @throws IllegalArgumentException with a sentence, if types, axes or sizes differ
     */
    public static ImagePair ofSameGreyValues(ImagePlus reference, ImagePlus test) {
        int bits = reference.getBitDepth();
        if (bits != test.getBitDepth() && bits != 32 && test.getBitDepth() != 32)
            throw new IllegalArgumentException(
                    ("The images differ in type: the reference is %s, the test image %s. Convert"
                                    + " one of them; intensities of grey images can be matched"
                                    + " instead.")
                            .formatted(type(reference), type(test)));
        return of(reference, test);
    }

    /**
     * Two images whose types may differ.
     *
     * @throws IllegalArgumentException with a sentence, if axes or sizes differ
     */
    public static ImagePair of(ImagePlus reference, ImagePlus test) {
        return new ImagePair(ImagePluses.view(reference), ImagePluses.view(test));
    }

    /** The part of all planes within a box, of which X and Y count. */
    public ImagePair within(Interval box) {
        return new ImagePair(reference.within(box), test.within(box));
    }

    /** With the test image's grey values fitted to the reference's, by one line for all planes. */
    public ImagePair matched() {
        return new ImagePair(reference, IntensityMatch.of(reference, test).applyTo(test));
    }

    private static String type(ImagePlus image) {
        return image.getBitDepth() == 24 ? "RGB" : image.getBitDepth() + "-bit";
    }
}
