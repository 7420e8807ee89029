package io.github.noise2clean;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each package uses only those below it, and each library only where it belongs. */
class LayersOfCodeTest {

    private static final String BASE = "io.github.noise2clean";

    private static final Set<String> PIXELS =
            Set.of("camera", "image", "metric", "noise", "trust", "dataset", "zarr");

    /** The layers, lowest first; packages of one layer use each other only as listed below. */
    private static final List<Set<String>> LAYERS =
            List.of(
                    PIXELS,
                    Set.of("cuda", "tensor", "network"),
                    Set.of("model"),
                    Set.of("exchange"),
                    Set.of("foreign"),
                    Set.of("library"),
                    Set.of("train", "denoise"),
                    Set.of("monitor"),
                    Set.of("zeroshot", "engine", "live"),
                    Set.of("reproduce", "batch", "benchmark", "blocks"),
                    Set.of("command", "cli", "ops"),
                    Set.of("spark"));

    private static final Map<String, Set<String>> WITHIN_A_LAYER =
            Map.of(
                    "image", Set.of("camera"),
                    "noise", Set.of("camera", "image"),
                    "metric", Set.of("image"),
                    "trust", Set.of("image", "noise"),
                    "zarr", Set.of("image"),
                    "tensor", Set.of("cuda"),
                    "dataset", Set.of("camera", "image", "metric", "noise"));

    private static final JavaClasses CODE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages(BASE);

    @TestFactory
    Stream<DynamicTest> packagesUseOnlyThoseBelow() {
        return packages()
                .map(name -> DynamicTest.dynamicTest(name, () -> usesOnlyThoseBelow(name)));
    }

    @Test
    void everyPackageHasALayer() {
        Set<String> known = packages().map(name -> BASE + "." + name).collect(Collectors.toSet());
        assertEquals(
                Set.of(),
                CODE.stream()
                        .map(JavaClass::getPackageName)
                        .filter(name -> !name.equals(BASE) && !known.contains(name))
                        .collect(Collectors.toSet()));
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(BASE + ".(*)..").should().beFreeOfCycles().check(CODE);
    }

    @Test
    void onlyTensorTrainAndDenoiseUseDjl() {
        onlyIn(Set.of("tensor", "train", "denoise"), "ai.djl..");
    }

    @Test
    void onlyNetworksAndTensorsKnowOnnx() {
        for (String library : List.of("ai.onnx..", "com.google.protobuf.."))
            onlyIn(Set.of("network", "tensor"), library);
        onlyIn(Set.of("tensor"), "ai.onnxruntime..");
    }

    @Test
    void onlyCommandsAndOpsUseSciJava() {
        onlyIn(Set.of("command", "ops"), "org.scijava..");
    }

    @Test
    void onlyZarrUnpacksBlocks() {
        onlyIn(Set.of("zarr"), "io.airlift..");
    }

    @Test
    void onlyTheCommandLinesUsePicocli() {
        onlyIn(Set.of("cli", "spark"), "picocli..");
    }

    @Test
    void onlySparkUsesSpark() {
        for (String library : List.of("org.apache.spark..", "scala.."))
            onlyIn(Set.of("spark"), library);
    }

    @Test
    void networksAndTensorsKnowNoImageJ() {
        noClasses()
                .that()
                .resideInAnyPackage(BASE + ".network..", BASE + ".tensor..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ij..")
                .check(CODE);
    }

    @Test
    void onlyTheCommandLinePrints() {
        for (String stream : List.of("out", "err"))
            outside(Set.of("cli")).should().accessField(System.class, stream).check(CODE);
    }

    private static void usesOnlyThoseBelow(String name) {
        String[] forbidden =
                packages()
                        .filter(other -> !other.equals(name) && !mayUse(name, other))
                        .map(other -> BASE + "." + other + "..")
                        .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(BASE + "." + name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .allowEmptyShould(true)
                .check(CODE);
    }

    private static boolean mayUse(String name, String other) {
        return layer(other) < layer(name)
                || WITHIN_A_LAYER.getOrDefault(name, Set.of()).contains(other);
    }

    private static int layer(String name) {
        for (int i = 0; i < LAYERS.size(); i++) if (LAYERS.get(i).contains(name)) return i;
        throw new IllegalArgumentException("no layer has the package " + name);
    }

    private static Stream<String> packages() {
        return LAYERS.stream().flatMap(Set::stream);
    }

    private static void onlyIn(Set<String> packages, String library) {
        outside(packages).should().dependOnClassesThat().resideInAPackage(library).check(CODE);
    }

    private static GivenClassesConjunction outside(Set<String> packages) {
        String[] inside =
                packages.stream().map(name -> BASE + "." + name + "..").toArray(String[]::new);
        return noClasses().that().resideOutsideOfPackages(inside);
    }
}
