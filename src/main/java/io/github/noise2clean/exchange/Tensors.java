package io.github.noise2clean.exchange;

import java.util.List;
import java.util.stream.IntStream;

/** The names and meanings of what enters a network and of what leaves it. */
record Tensors(Contents contents) {

    /** As the ONNX model has it. */
    static final String INPUT = "input";

    static final String OUTPUT = "output";

    String inputDescription() {
        return contents.processing().isDescribed()
                ? "The noisy image, in grey values."
                : "The noisy image, normalised as config.noise2clean.normalization says.";
    }

    String outputDescription() {
        return contents.processing().isUndone()
                ? "The denoised image, in grey values."
                : "The denoised image, still normalised as the network has seen the noisy one.";
    }

    /** Of plane by plane the channels of each. */
    List<String> inputChannels() {
        int planes = contents.processing().planes();
        if (planes == 1) return names("noisy", contents.processing().channels());
        return IntStream.range(0, planes)
                .mapToObj(plane -> names("plane" + plane, contents.processing().channels()))
                .flatMap(List::stream)
                .toList();
    }

    List<String> outputChannels() {
        return names("denoised", contents.processing().channels());
    }

    private static List<String> names(String name, int count) {
        if (count == 1) return List.of(name);
        return IntStream.range(0, count).mapToObj(i -> name + "_" + i).toList();
    }
}
