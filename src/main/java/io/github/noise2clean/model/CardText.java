package io.github.noise2clean.model;

import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.image.Normalization;
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
        Optional<DataRange> inputRange) {

    static final int FORMAT = 2;

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
                card.inputRange());
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
                inputRange);
    }
}
