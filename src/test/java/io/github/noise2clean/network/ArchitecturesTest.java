package io.github.noise2clean.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.training.GradientCollector;
import io.github.noise2clean.tensor.Torch;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitecturesTest {

    @Test
    void theUsualChoiceComesFirst() {
        assertEquals(
                List.of(
                        "resblock-ae",
                        "resblock-vae",
                        "blindspot-ae",
                        "noise2clean-ae",
                        "noise2clean-vae",
                        "vanilla-ae",
                        "cifar-ae",
                        "pooling-ae",
                        "strided-ae",
                        "strided-vae"),
                Architectures.names());
    }

    /** Counted by hand: kernels, biases, and two values per normalised channel. */
    @ParameterizedTest
    @CsvSource({
        "noise2clean-ae, 2206933",
        "noise2clean-vae, 3210473",
        "vanilla-ae, 447361",
        "cifar-ae, 481539",
        "pooling-ae, 27169",
        "strided-ae, 210369"
    })
    void learnedValuesAreThoseOfTheSystem(String name, long parameters) {
        assertEquals(parameters, Summary.of(graph(name)).parameters());
    }

    @ParameterizedTest
    @CsvSource({
        "noise2clean-ae, 28 1 28",
        "noise2clean-vae, 28 1 28",
        "vanilla-ae, 28 14 7 3 7 14 28",
        "cifar-ae, 28 14 7 14 28",
        "pooling-ae, 28 14 7 14 28",
        "strided-ae, 28 14 7 1 7 14 28",
        "strided-vae, 28 14 7 1 7 14 28"
    })
    void digitsGoDownToTheCodeAndBack(String name, String widths) {
        StringBuilder met = new StringBuilder();
        for (Shape shape : graph(name).shapes(List.of(28, 28))) {
            String width = shape.size().isEmpty() ? "1" : shape.size().get(1).toString();
            if (!met.toString().endsWith(width)) met.append(' ').append(width);
        }
        assertEquals(widths, met.toString().strip());
    }

    @ParameterizedTest
    @CsvSource({"cifar-ae, 16", "pooling-ae, 6"})
    void fullyConvolutionalNetworksTakeAnyMultipleOfFour(String name, int halo) {
        assertEquals(new Footprint(List.of(halo, halo), List.of(4, 4)), Footprint.of(graph(name)));
    }

    @ParameterizedTest
    @CsvSource({"noise2clean-ae", "noise2clean-vae", "vanilla-ae", "strided-ae", "strided-vae"})
    void networksWithAWholeDigitAsTheirCodeTakeDigitsOnly(String name) {
        assertEquals(
                new Footprint(List.of(0, 0), List.of(28, 28), true), Footprint.of(graph(name)));
    }

    static List<String> names() {
        return Architectures.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void pyTorchDenoisesABatchOfDigits(String name) {
        Graph graph = graph(name);
        Volume x = Volume.random(2, graph.inputChannels(), new int[] {1, 28, 28}, 1);
        byte[] archive = TorchScript.write(graph, Weights.initial(graph, 1));
        var shape =
                Modules.with(
                        archive,
                        false,
                        module -> Modules.in(graph, x, in -> module.forward(in).getShape()));
        assertEquals(new ai.djl.ndarray.types.Shape(2, graph.inputChannels(), 28, 28), shape, name);
    }

    @ParameterizedTest
    @MethodSource("names")
    void aNetworkThatIsRunMakesTheSameAndLeavesTheNoisyImage(String name) {
        Graph graph = graph(name);
        Weights weights = Modules.random(graph, 1);
        Volume x = Volume.random(2, graph.inputChannels(), new int[] {1, 28, 28}, 1);
        assertRunsTheSame(graph, weights, x);
    }

    @ParameterizedTest
    @MethodSource("names")
    void aNetworkWithNothingThatMakesItFasterMakesTheSame(String name) {
        Graph graph = graph(name);
        Weights weights = Modules.random(graph, 1);
        Volume x = Volume.random(2, graph.inputChannels(), new int[] {1, 28, 28}, 1);
        byte[] plain = TorchScript.writeForComparison(graph, weights);
        float[] expected = Modules.forward(graph, TorchScript.writeForInference(graph, weights), x);
        assertArrayEquals(expected, Modules.forward(graph, plain, x), 2e-5f * largest(expected));
        String code = new String(plain, StandardCharsets.ISO_8859_1);
        for (String faster : List.of("contiguous", "as_strided", "relu_", "add_"))
            assertFalse(code.contains(faster), faster);
    }

    @Test
    void volumesAreRunTheSame() {
        Graph graph = Architectures.named("resblock-ae", new InputImages(3, 1, 1)).graph();
        Volume x = Volume.random(1, 1, new int[] {8, 12, 16}, 1);
        assertRunsTheSame(graph, Modules.random(graph, 1), x);
    }

    private static void assertRunsTheSame(Graph graph, Weights weights, Volume x) {
        float[] noisy = x.floats().clone();
        float[] expected = Modules.forward(graph, TorchScript.writeForInference(graph, weights), x);
        Modules.with(
                TorchScript.writeForRunning(graph, weights, Precision.FLOAT32),
                false,
                module ->
                        Modules.in(
                                graph,
                                x,
                                in -> {
                                    float[] made = module.forward(in).toFloatArray();
                                    assertArrayEquals(expected, made, 2e-5f * largest(expected));
                                    assertArrayEquals(noisy, in.toFloatArray());
                                    return made;
                                }));
    }

    private static float largest(float[] values) {
        float largest = 1;
        for (float value : values) largest = Math.max(largest, Math.abs(value));
        return largest;
    }

    @Test
    void theVariationalCodeHasTwentyMeansAndLogVariances() {
        Graph graph = graph("noise2clean-vae");
        List<Shape> shapes = graph.shapes(List.of(28, 28));
        Shape code = new Shape(20, List.of());
        assertEquals(
                List.of(new Shape(1, List.of(28, 28)), code, code),
                graph.outputs().stream().map(shapes::get).toList());
    }

    @ParameterizedTest
    @CsvSource({"enc_a_weight", "enc_b_weight", "dec_a_weight", "dec_b_weight", "enc_a_mean"})
    void aSharedBlockIsAppliedFourTimes(String parameter) {
        Graph graph = graph("noise2clean-ae");
        assertEquals(
                4, graph.nodes().stream().filter(n -> n.parameters().contains(parameter)).count());
        assertEquals(
                1, graph.parameters().stream().filter(p -> p.name().equals(parameter)).count());
    }

    @Test
    void aSharedBlockLearns() {
        Graph graph = graph("noise2clean-ae");
        Volume x = Volume.random(2, 1, new int[] {1, 28, 28}, 1);
        List<Integer> learned =
                IntStream.range(0, graph.parameters().size())
                        .filter(i -> graph.parameters().get(i).learned())
                        .boxed()
                        .toList();
        int kernel = learned.indexOf(names(graph).indexOf("enc_a_weight"));
        double gradient =
                Modules.with(
                        TorchScript.write(graph, Weights.initial(graph, 1)),
                        true,
                        module ->
                                Modules.in(
                                        graph,
                                        x,
                                        in -> {
                                            try (GradientCollector tape =
                                                    Torch.engine().newGradientCollector()) {
                                                tape.backward(
                                                        module.trainingOutputs(in)
                                                                .head()
                                                                .square()
                                                                .mean());
                                            }
                                            NDArray slope =
                                                    module.learned().get(kernel).getGradient();
                                            return (double) slope.abs().mean().getFloat();
                                        }));
        assertTrue(gradient > 1e-6 && gradient < 1e3, "mean gradient " + gradient);
    }

    @Test
    void unknownNamesAreToldAllNames() {
        assertRefused(
                "Unknown network 'unet': choose resblock-ae, resblock-vae, blindspot-ae, noise2clean-ae,"
                        + " noise2clean-vae, vanilla-ae, cifar-ae, pooling-ae, strided-ae or strided-vae.",
                "unet",
                2);
    }

    @Test
    void volumesNeedOneOfOurs() {
        assertEquals(
                3, Architectures.named("resblock-vae", InputImages.of(3)).graph().dimensions());
        assertRefused(
                "The network cifar-ae is for planes: choose resblock-ae for volumes.",
                "cifar-ae",
                3);
    }

    @Test
    void slicesThatAreFarApartAreNotMergedBeforePixelsAreAsFar() {
        InputImages images = new InputImages(3, 1, 3);
        assertEquals(List.of(1, 2, 2), images.halving(0));
        assertEquals(List.of(1, 2, 2), images.halving(1));
        assertEquals(List.of(2, 2, 2), images.halving(2));
        Graph graph = Architectures.named("resblock-ae", images).graph();
        assertEquals(List.of(1, 4, 4), Footprint.of(graph).multiple());
    }

    @Test
    void channelsAreTakenTogetherWhereTheNetworkCan() {
        InputImages images = new InputImages(2, 3, 1);
        for (String name : List.of("resblock-ae", "resblock-vae", "blindspot-ae", "cifar-ae")) {
            Graph graph = Architectures.named(name, images).graph();
            assertEquals(3, graph.inputChannels(), name);
            assertEquals(
                    3,
                    graph.shapes(Footprint.of(graph).multiple())
                            .get(graph.outputs().get(0))
                            .channels(),
                    name);
        }
        IllegalArgumentException refusal =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> Architectures.named("pooling-ae", images));
        assertEquals(
                "The network pooling-ae takes one channel at a time, not 3: choose resblock-ae.",
                refusal.getMessage());
    }

    private static void assertRefused(String sentence, String name, int dimensions) {
        IllegalArgumentException refusal =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> Architectures.named(name, InputImages.of(dimensions)));
        assertEquals(sentence, refusal.getMessage());
    }

    private static Graph graph(String name) {
        return Architectures.named(name, InputImages.planes()).graph();
    }

    private static List<String> names(Graph graph) {
        return graph.parameters().stream().map(Parameter::name).toList();
    }
}
