package io.github.noise2clean.spark;

import io.github.noise2clean.library.InstalledModels;
import io.github.noise2clean.model.DenoisingModel;
import java.io.IOException;
import java.io.Serializable;
import org.apache.spark.SparkFiles;

/**
 * A model as executors find it.
 *
 * @param name of a bundled model, or the place of a file, or its name alone if it is {@code
 *     shipped}
 * @param shipped whether Spark copies the file to each executor
 */
record ShippedModel(String name, boolean shipped) implements Serializable {

    /** Opened on the executor that this is. */
    DenoisingModel open() throws IOException {
        return InstalledModels.found().open(shipped ? SparkFiles.get(name) : name);
    }
}
