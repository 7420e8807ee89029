package io.github.noise2clean.noise;

import io.github.noise2clean.image.Cameras;
import io.github.noise2clean.image.PlaneStack;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The step "auto" in the text of a noise: it stands for the noise of images that are given. */
public final class AutomaticNoise {

    private static final Pattern STEP = Pattern.compile("(?<=^|\\+)\\s*auto\\s*(?=\\+|$)");

    private AutomaticNoise() {}

    public static boolean isIn(String text) {
        return STEP.matcher(text).find();
    }

    /**
     * The text with that step replaced by the camera that took the images.
     *
     * @param images noisy ones, of one camera with one setting
     * @throws IllegalArgumentException with a sentence for the user, if they do not tell it
     */
    public static String resolve(String text, List<PlaneStack> images) {
        var noise = new CameraNoise(Cameras.common(images).camera().rounded());
        return STEP.matcher(text).replaceAll(Matcher.quoteReplacement(noise.toString()));
    }
}
