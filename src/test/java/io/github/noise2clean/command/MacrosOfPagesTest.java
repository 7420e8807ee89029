package io.github.noise2clean.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.noise2clean.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.scijava.command.CommandInfo;
import org.scijava.module.ModuleItem;

/** What the pages tell of macros is so. */
class MacrosOfPagesTest {

    private static final Pattern CALL = Pattern.compile("run\\(\"([^\"]+)\"(?:, \"([^\"]*)\")?\\)");
    private static final Pattern KEY = Pattern.compile("(\\S+?)=(\\[[^]]*]|\\S*)(?: |$)");

    private static Map<String, CommandInfo> commands;

    private record Call(String command, Map<String, String> values) {}

    @BeforeAll
    static void open() {
        MacroContractTest.open();
        commands =
                MacroContractTest.ours()
                        .collect(
                                Collectors.toMap(
                                        info -> info.getMenuPath().getLeaf().getName(),
                                        info -> info));
    }

    @AfterAll
    static void close() {
        MacroContractTest.close();
    }

    @Test
    void everyMacroLineNamesACommandItsKeysAndValuesThatTheyTake() throws IOException {
        for (Call call : calls()) {
            assertNotNull(commands.get(call.command()), call::toString);
            call.values().forEach((key, value) -> requireKnown(call, key, value));
        }
    }

    @Test
    void everyCommandAndKeyIsInSomeMacroLine() throws IOException {
        List<String> missing = keys();
        for (Call call : calls()) {
            missing.remove(call.command());
            for (String key : call.values().keySet()) missing.remove(call.command() + ": " + key);
        }
        assertEquals(List.of(), missing);
    }

    /** Such as "Engine" and "Denoise Image: model". */
    private static List<String> keys() {
        List<String> keys = new ArrayList<>(commands.keySet());
        commands.forEach(
                (command, info) ->
                        MacroContractTest.inputs(info)
                                .forEach(item -> keys.add(command + ": " + item.getName())));
        return keys;
    }

    private static void requireKnown(Call call, String key, String value) {
        ModuleItem<?> item = commands.get(call.command()).getInput(key);
        assertNotNull(item, () -> call.command() + " has no " + key);
        assertTrue(takes(item, value), () -> call.command() + ": " + key + "=" + value);
    }

    /** A path may stand in the place of a choice. */
    private static boolean takes(ModuleItem<?> item, String value) {
        if (item.getType() == boolean.class) return value.matches("true|false");
        if (item.getType().isPrimitive()) return value.matches("-?[0-9.]+");
        List<?> choices = item.getChoices();
        return choices == null || value.contains("/") || choices.contains(value);
    }

    private static List<Call> calls() throws IOException {
        return Page.all().stream()
                .flatMap(page -> CALL.matcher(page.text()).results())
                .map(match -> new Call(match.group(1), values(match.group(2))))
                .toList();
    }

    private static Map<String, String> values(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        if (text != null)
            KEY.matcher(text)
                    .results()
                    .forEach(m -> values.put(m.group(1), m.group(2).replaceAll("[\\[\\]]", "")));
        return values;
    }
}
