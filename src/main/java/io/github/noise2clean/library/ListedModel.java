package io.github.noise2clean.library;

import io.github.noise2clean.model.DenoisingModel;
import java.util.Optional;

/**
 * A line of the list of models.
 *
 * @param description what it is for, in a line, or where the file is damaged, why
 * @param model empty where the file is damaged
 */
public record ListedModel(
        String name, Origin origin, String description, Optional<DenoisingModel> model) {}
