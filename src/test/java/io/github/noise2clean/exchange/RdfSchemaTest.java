package io.github.noise2clean.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.github.noise2clean.image.Axis;
import io.github.noise2clean.image.PlaneContext;
import io.github.noise2clean.model.About;
import io.github.noise2clean.model.PackageFiles;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.model.YamlText;
import io.github.noise2clean.network.Architectures;
import io.github.noise2clean.network.Head;
import io.github.noise2clean.network.InputImages;
import io.github.noise2clean.network.ResBlockAutoencoder;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Descriptions against the JSON schema that the specification publishes. */
class RdfSchemaTest {

    private static final Map<RdfVersion, String> DEFINITIONS =
            Map.of(
                    RdfVersion.CURRENT, "bioimageio__spec__model__v0_5__ModelDescr",
                    RdfVersion.OLDER, "bioimageio__spec__model__v0_4__ModelDescr");

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @EnumSource
    void everyDescriptionFitsTheSchema(RdfVersion version) throws IOException {
        JsonSchema schema = schema(version);
        for (TrainedModel model : models())
            assertEquals(
                    Set.of(),
                    faults(schema, description(model, version)),
                    model.card().architecture() + " " + model.card().normalization());
    }

    @ParameterizedTest
    @EnumSource
    void theSchemaRefusesWhatIsWrong(RdfVersion version) throws IOException {
        ObjectNode description = description(Trained.small("mean-std"), version);
        description.remove("weights");
        description.put("format_version", "0.1");
        assertEquals(
                Set.of(
                        "$: required property 'weights' not found",
                        "$.format_version: must be the constant value '%s'"
                                .formatted(version.format())),
                faults(schema(version), description));
    }

    private static List<TrainedModel> models() {
        var volumes = new ResBlockAutoencoder(3, 2, 1, 1, true, Head.RESIDUAL);
        var context = new InputImages(2, 2, 1, Optional.of(new PlaneContext(1, Axis.TIME)));
        TrainedModel said = Trained.small("fixed:-1,1e6");
        About about =
                new About(
                        Optional.of("For nuclei."),
                        List.of("A. Author", "B. Author"),
                        Optional.of("CC-BY-4.0"),
                        List.of(new About.Citation("A paper", "https://example.com/paper")),
                        Optional.of("2026-01-31T12:00:00Z"));
        return List.of(
                new TrainedModel(said.card().withAbout(about), said.graph(), said.weights()),
                Trained.small("anscombe:2,100,5"),
                Trained.of(volumes, "mean-std"),
                Trained.of(Architectures.named("resblock-ae", context), "percentile:1,99"),
                Trained.of(
                        Architectures.named("strided-vae", InputImages.planes()),
                        "percentile:0,100"));
    }

    private static ObjectNode description(TrainedModel model, RdfVersion version)
            throws IOException {
        PackageOptions options = new PackageOptions(version, true, false);
        byte[] text = Contents.of(model, options).entries().get(PackageFiles.RDF);
        return JSON.valueToTree(YamlText.read(text));
    }

    /** The part of the schema for models of one version. */
    private static JsonSchema schema(RdfVersion version) throws IOException {
        try (InputStream file = RdfSchemaTest.class.getResourceAsStream("bioimageio_schema.json")) {
            ObjectNode schema = (ObjectNode) JSON.readTree(file);
            schema.remove(List.of("oneOf", "discriminator"));
            schema.put("$ref", "#/$defs/" + DEFINITIONS.get(version));
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
        }
    }

    private static Set<String> faults(JsonSchema schema, JsonNode description) {
        return schema.validate(description).stream()
                .map(ValidationMessage::getMessage)
                .collect(Collectors.toSet());
    }
}
