package io.github.noise2clean.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import io.github.noise2clean.cuda.FetchChoice;
import io.github.noise2clean.model.ModelLibrary;
import io.github.noise2clean.network.Architectures;
import io.github.noise2clean.network.LatentCode;
import io.github.noise2clean.train.Presets;
import io.github.noise2clean.zeroshot.ModelSuggestion;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.module.MethodRef;
import org.scijava.module.ModuleException;
import org.scijava.module.ModuleItem;
import org.scijava.service.Service;
import org.scijava.widget.Button;

/** What macros and scripts rely on: a published contract, which may grow but not change. */
class MacroContractTest {

    private static Commands commands;

    @BeforeAll
    static void open() {
        commands = new Commands();
    }

    @AfterAll
    static void close() {
        commands.close();
    }

    @Test
    void menusAndKeysAreThoseOfTheStoredContract() throws IOException {
        String found =
                ours().map(command -> menu(command) + "\n" + items(command))
                        .sorted()
                        .collect(Collectors.joining());
        assertEquals(stored("macro-contract.txt"), found);
    }

    @ParameterizedTest
    @MethodSource("ours")
    void everyParameterIsOneLowerCaseWordAndForgotten(CommandInfo command) {
        all(command)
                .forEach(
                        item -> {
                            assertTrue(item.getName().matches("[a-z]+"), item.getName());
                            assertFalse(item.isPersisted(), item.getName());
                        });
    }

    @ParameterizedTest
    @MethodSource("ours")
    void noParameterIsAFileSinceThatOpensAChooser(CommandInfo command) {
        assertTrue(all(command).noneMatch(item -> item.getType() == File.class));
    }

    @ParameterizedTest
    @MethodSource("ours")
    void buttonsAndMessagesAreNeverMissed(CommandInfo command) {
        stream(command.inputs())
                .filter(MacroContractTest::isDecoration)
                .forEach(
                        item -> {
                            assertFalse(item.isRequired(), item.getName());
                            assertFalse(item.isPersisted(), item.getName());
                        });
    }

    @ParameterizedTest
    @MethodSource("ours")
    void everyFieldIsExplainedWithEachOfItsChoices(CommandInfo command) {
        all(command)
                .filter(item -> !item.isOutput())
                .forEach(
                        item -> {
                            String help = Optional.ofNullable(item.getDescription()).orElse("");
                            assertFalse(help.isBlank(), item.getName());
                            for (Object choice : choices(item))
                                assertTrue(help.contains(choice.toString()), choice + ": " + help);
                        });
    }

    private static List<?> choices(ModuleItem<?> item) {
        return Optional.ofNullable(item.getChoices()).orElse(List.of());
    }

    @ParameterizedTest
    @MethodSource("ours")
    void everyFieldButImagesHasADefault(CommandInfo command) {
        all(command)
                .filter(item -> !item.isOutput() && item.getType() != ImagePlus.class)
                .forEach(item -> assertNotNull(item.getDefaultValue(), item.getName()));
    }

    @ParameterizedTest
    @MethodSource("ours")
    void everyCallbackIsAMethodOfTheCommand(CommandInfo command) throws ModuleException {
        Class<?> type = command.createModule().getDelegateObject().getClass();
        for (ModuleItem<?> item : command.inputs())
            if (!item.getCallback().isEmpty())
                assertTrue(new MethodRef(type, item.getCallback()).isValid(), item.getCallback());
    }

    @ParameterizedTest
    @MethodSource("ours")
    void everyCommandRunsWithoutAScreen(CommandInfo command) {
        assertTrue(command.canRunHeadless());
    }

    @Test
    void theChoicesOfNetworksAreAutoAndThoseThatExist() {
        List<String> networks = new ArrayList<>(List.of("auto"));
        networks.addAll(Architectures.names());
        assertEquals(networks, choices(TrainDenoiser.class, "network"));
    }

    @Test
    void theChoicesOfPresetsAreNoneAndThoseThatExist() {
        List<String> presets = new ArrayList<>(List.of("none"));
        presets.addAll(Presets.names());
        assertEquals(presets, choices(TrainDenoiser.class, "preset"));
    }

    @Test
    void theChoicesOfModelsAreThoseThatNeedNoNameTheSuggestedAndTheBundledOnes() {
        List<String> choices = choices(DenoiseImage.class, "model");
        assertEquals(List.of("auto", "file", "this image"), choices.subList(0, 3));
        Set<String> models = new TreeSet<>(ModelLibrary.BUNDLED.names());
        models.addAll(
                List.of(
                        ModelSuggestion.FLUORESCENCE,
                        ModelSuggestion.ELECTRON_MICROSCOPY,
                        ModelSuggestion.NATURAL_GREY));
        assertEquals(
                List.copyOf(models), choices.subList(3, choices.size()).stream().sorted().toList());
    }

    @Test
    void whatEngineFetchesIsWhatThereIsToFetch() {
        assertEquals(
                Stream.of(FetchChoice.values())
                        .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                        .toList(),
                choices(Engine.class, "fetch"));
    }

    @Test
    void aFolderIsOfferedTheModelsOfAnImage() {
        for (String parameter : List.of("model", "axes", "device", "uncertainty"))
            assertEquals(
                    choices(DenoiseImage.class, parameter),
                    choices(DenoiseFolder.class, parameter));
    }

    @Test
    void theModelsThatGenerateAreTheVariationalOnes() throws IOException {
        List<String> variational = new ArrayList<>();
        for (String name : ModelLibrary.BUNDLED.names())
            if (LatentCode.of(ModelLibrary.BUNDLED.open(name).graph()).isPresent())
                variational.add(name);
        assertEquals(fileAnd(variational), choices(GenerateImages.class, "model"));
    }

    private static List<String> fileAnd(List<String> names) {
        List<String> all = new ArrayList<>(List.of("file"));
        all.addAll(names);
        return all;
    }

    private static List<String> choices(Class<? extends Command> command, String parameter) {
        return commands.service().getCommand(command).getInput(parameter).getChoices().stream()
                .map(Object::toString)
                .toList();
    }

    static Stream<CommandInfo> ours() {
        return commands.ours();
    }

    private static String menu(CommandInfo command) {
        return command.getMenuPath().stream()
                .map(entry -> entry.getName())
                .collect(Collectors.joining(" > "));
    }

    private static String items(CommandInfo command) {
        return all(command).map(item -> line(command, item)).collect(Collectors.joining());
    }

    private static String line(CommandInfo command, ModuleItem<?> item) {
        String name = item.getType().getSimpleName() + " " + item.getName();
        if (item.isOutput()) return "    out " + name + "\n";
        return ("    in  " + name + defaultValue(command, item)).stripTrailing() + "\n";
    }

    private static String defaultValue(CommandInfo command, ModuleItem<?> item) {
        try {
            Object value = item.getValue(command.createModule());
            return value == null ? "" : " = " + value;
        } catch (ModuleException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<ModuleItem<?>> all(CommandInfo command) {
        return Stream.concat(inputs(command), stream(command.outputs()));
    }

    static Stream<ModuleItem<?>> inputs(CommandInfo command) {
        return stream(command.inputs())
                .filter(item -> !Service.class.isAssignableFrom(item.getType()))
                .filter(item -> item.getType() != Context.class)
                .filter(item -> !isDecoration(item));
    }

    /** What only a dialog has: Fiji records none of it. */
    private static boolean isDecoration(ModuleItem<?> item) {
        return item.getType() == Button.class || item.getVisibility() == ItemVisibility.MESSAGE;
    }

    private static Stream<ModuleItem<?>> stream(Iterable<ModuleItem<?>> items) {
        return StreamSupport.stream(items.spliterator(), false);
    }

    private static String stored(String name) throws IOException {
        try (InputStream in = MacroContractTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
        }
    }
}
