package io.github.noise2clean.image;

import java.util.List;
import java.util.Locale;

/** What the planes of a stack are: many images are opened with z and time confused. */
public enum AxisChoice {
    /** What the image says. */
    AUTO,
    /** Frames are taken for slices. */
    Z,
    /** Slices are taken for frames. */
    T;

    /**
     * @throws IllegalArgumentException with a sentence for the user
     */
    public static AxisChoice parse(String text) {
        try {
            return valueOf(text.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "Unknown axes '" + text + "': choose auto, z or t.", e);
        }
    }

    /**
     * The same pixels under the axes that are chosen; an image that has neither z nor time is left.
     *
     * @throws IllegalArgumentException with a sentence for the user, if it has both
     */
    public AxisImage of(AxisImage image) {
        return switch (this) {
            case AUTO -> image;
            case Z -> relabelled(image, Axis.TIME, Axis.Z);
            case T -> relabelled(image, Axis.Z, Axis.TIME);
        };
    }

    /** What is chosen for the axis of an image that has either z or time, but not both. */
    public Axis of(Axis axis) {
        return switch (this) {
            case AUTO -> axis;
            case Z -> axis == Axis.TIME ? Axis.Z : axis;
            case T -> axis == Axis.Z ? Axis.TIME : axis;
        };
    }

    private AxisImage relabelled(AxisImage image, Axis from, Axis to) {
        if (image.axes().containsAll(List.of(Axis.Z, Axis.TIME)))
            throw new IllegalArgumentException(
                    "The axes %s are for stacks of slices or frames, and this one has %d slices (z) and %d frames (t): choose auto."
                            .formatted(this, image.size(Axis.Z), image.size(Axis.TIME)));
        return new AxisImage(
                image.pixels(),
                image.axes().stream().map(axis -> axis == from ? to : axis).toList());
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
