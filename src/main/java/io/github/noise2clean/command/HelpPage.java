package io.github.noise2clean.command;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;

/** The pages of the documentation that explain commands, where everyone can read them. */
enum HelpPage {
    DENOISE("denoise.md"),
    BATCH("batch.md"),
    TRAIN("index.md#four-ways-to-train"),
    COMPARE("ssim.md"),
    GENERATE("denoise.md#images-that-may-have-been"),
    CAMERA("train-pairs.md#clean-images-and-a-noise"),
    DATA_SETS("five-systems.md#data-sets"),
    MODELS("models.md"),
    ENGINE("engine.md");

    /** The folder of the pages within the project. */
    static final String FOLDER = "src/site/markdown/";

    private static final String PROJECT = "https://github.com/noise2clean/noise2clean/blob/main/";

    private final String place;

    HelpPage(String place) {
        this.place = place;
    }

    /** The file, and behind # the heading. */
    String place() {
        return place;
    }

    URL url() {
        try {
            return URI.create(PROJECT + FOLDER + place).toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(place, e);
        }
    }
}
