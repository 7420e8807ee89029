package io.github.noise2clean.reproduce;

/**
 * How a reproduction was run.
 *
 * @param command the line that runs it again
 * @param data the data set, and how many of its images were used for what
 * @param machine what it ran on, for people
 * @param minutes of training, without interruptions
 */
public record Circumstances(String command, Images data, String machine, double minutes) {

    /**
     * @param name of the data set
     * @param training images that the network learned from
     * @param validation images that were held out of the training images, to see how it goes
     * @param test images that the scores are means of
     */
    public record Images(String name, int training, int validation, int test) {}
}
