package io.github.noise2clean.model;

import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.image.PlaneContext;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known about a trained network besides its weights.
 *
 * @param name for people
 * @param architecture such as {@code resblock-ae}
 * @param normalization what the network expects to be done to an image's grey values
 * @param settings of the training, as text by name
 * @param history of the training
 * @param program the version of Noise2Clean that made it
 * @param codeUse of a variational network whose training has ended
 * @param inputRange the normalised values that it has learned from; those of the first versions do
 *     not tell
 * @param context the planes that the network is shown along with the one that it denoises
 * @param about what its makers say
 */
public record ModelCard(
        String name,
        String architecture,
        Normalization normalization,
        Map<String, String> settings,
        List<Epoch> history,
        String program,
        Optional<CodeUse> codeUse,
        Optional<DataRange> inputRange,
        Optional<PlaneContext> context,
        About about) {

    public ModelCard {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        history = List.copyOf(history);
    }

    /**
     * Of a network that is shown planes or volumes by themselves, of which its makers say nothing.
     */
    public ModelCard(
            String name,
            String architecture,
            Normalization normalization,
            Map<String, String> settings,
            List<Epoch> history,
            String program,
            Optional<CodeUse> codeUse,
            Optional<DataRange> inputRange) {
        this(
                name,
                architecture,
                normalization,
                settings,
                history,
                program,
                codeUse,
                inputRange,
                Optional.empty(),
                About.NOTHING);
    }

    public ModelCard withCodeUse(CodeUse found) {
        return with(Optional.of(found), inputRange, about);
    }

    public ModelCard withInputRange(DataRange found) {
        return with(codeUse, Optional.of(found), about);
    }

    public ModelCard withAbout(About said) {
        return with(codeUse, inputRange, said);
    }

    private ModelCard with(Optional<CodeUse> use, Optional<DataRange> range, About said) {
        return new ModelCard(
                name,
                architecture,
                normalization,
                settings,
                history,
                program,
                use,
                range,
                context,
                said);
    }
}
