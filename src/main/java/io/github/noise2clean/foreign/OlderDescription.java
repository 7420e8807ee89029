package io.github.noise2clean.foreign;

import java.util.List;
import java.util.Optional;

/** Reads version 0.4: axes are letters, and shapes, halos and sizes are lists along these. */
record OlderDescription(Section rdf) {

    Description read() {
        Section input = Description.only(rdf, "inputs");
        Section output = Description.only(rdf, "outputs");
        OlderAxes axes = OlderAxes.of(input, output);
        StepReader steps = new StepReader(input.text("name"), axes.order().space());
        return new Description(
                Description.label(rdf),
                axes.read(),
                new Processing(
                        steps.before(input.sections("preprocessing")),
                        steps.after(output.sections("postprocessing"))),
                Description.weights(rdf),
                test());
    }

    private Optional<List<FileReference>> test() {
        List<?> inputs = rdf.list("test_inputs");
        List<?> outputs = rdf.list("test_outputs");
        if (inputs.isEmpty() || outputs.isEmpty()) return Optional.empty();
        return Optional.of(
                List.of(
                        FileReference.ofName(String.valueOf(inputs.get(0))),
                        FileReference.ofName(String.valueOf(outputs.get(0)))));
    }
}
