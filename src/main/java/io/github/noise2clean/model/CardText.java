package io.github.noise2clean.model;

import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.image.PlaneContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A model's card as its file spells it. */
record CardText(
        int format,
        String name,
        String architecture,
        String normalization,
        Map<String, String> settings,
        List<Epoch> history,
        String program,
        Optional<CodeUse> codeUse,
        Optional<DataRange> inputRange,
        Optional<Context> context,
        Optional<About> about) {

    static final int FORMAT = 2;

    /** Planes on either side, along z or t. */
    record Context(int reach, String along) {

        static Context of(PlaneContext planes) {
            return new Context(planes.reach(), planes.axis());
        }

        PlaneContext planes() {
            return PlaneContext.of(reach, along);
        }
    }

    CardText {
        if (format != FORMAT)
            throw new IllegalArgumentException(
                    "the format " + format + " is no longer read, so train the model again");
    }

    static CardText of(ModelCard card) {
        return new CardText(
                FORMAT,
                card.name(),
                card.architecture(),
                card.normalization().toString(),
                card.settings(),
                card.history(),
                card.program(),
                card.codeUse(),
                card.inputRange(),
                card.context().map(Context::of),
                Optional.of(card.about()).filter(said -> !said.equals(About.NOTHING)));
    }

    /** Whether the card is written in a format of later versions. */
    static boolean isNewer(Object text) {
        return text instanceof Map<?, ?> map
                && map.get("format") instanceof Integer format
                && format > FORMAT;
    }

    ModelCard card() {
        return new ModelCard(
                name,
                architecture,
                Normalization.parse(normalization),
                settings,
                history,
                program,
                codeUse,
                inputRange,
                context.map(Context::planes),
                about.orElse(About.NOTHING));
    }
}
