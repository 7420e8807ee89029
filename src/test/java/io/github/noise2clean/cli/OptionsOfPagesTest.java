package io.github.noise2clean.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.noise2clean.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What the pages tell of the command line is so. */
class OptionsOfPagesTest {

    private static final Map<String, CommandLine> COMMANDS = Run.commandLine().getSubcommands();

    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*");

    /** A line, and those below it that are indented. */
    private static final Pattern CALL =
            Pattern.compile("^noise2clean +(\\S.*\n(?: .*\n)*)", Pattern.MULTILINE);

    /** Those of spark-submit that the pages name. */
    private static final Set<String> OF_SPARK =
            Set.of("--conf", "--driver-class-path", "--executor-cores", "--executor-memory");

    /** Such as "train --clean". */
    private record Use(String command, String option) {

        @Override
        public String toString() {
            return command + " " + option;
        }
    }

    @Test
    void everyCallNamesACommandAndOptionsThatItHas() throws IOException {
        Set<String> unknown = new TreeSet<>();
        for (Use use : Stream.concat(inBlocks(), inPhrases()).toList())
            if (!exists(use)) unknown.add(use.toString());
        assertEquals(Set.of(), unknown);
    }

    @Test
    void everyOptionByItselfIsThatOfACommandOrOfAScript() throws IOException {
        Set<String> known = new TreeSet<>(scriptOptions());
        options().forEach(use -> known.add(use.option()));
        Set<String> unknown = new TreeSet<>();
        for (Page page : Page.all())
            for (String phrase : page.phrases())
                if (phrase.startsWith("--")) unknown.addAll(optionsIn(phrase).toList());
        unknown.removeAll(known);
        assertEquals(Set.of(), unknown);
    }

    @Test
    void everyOptionStandsInACallOfItsCommand() throws IOException {
        Set<Use> shown = inBlocks().collect(Collectors.toSet());
        assertEquals(List.of(), options().filter(use -> !shown.contains(use)).toList());
    }

    private static boolean exists(Use use) {
        CommandLine command = COMMANDS.get(use.command());
        return command != null && command.getCommandSpec().findOption(use.option()) != null;
    }

    private static Stream<Use> options() {
        return COMMANDS.entrySet().stream()
                .flatMap(
                        command ->
                                command.getValue().getCommandSpec().options().stream()
                                        .filter(o -> !o.usageHelp() && !o.versionHelp())
                                        .map(o -> new Use(command.getKey(), o.longestName())));
    }

    private static Stream<Use> inBlocks() throws IOException {
        return Page.all().stream()
                .flatMap(page -> page.blocks().stream())
                .flatMap(block -> CALL.matcher(block).results())
                .flatMap(call -> uses(call.group(1)));
    }

    /** Of those that begin with the name of a command. */
    private static Stream<Use> inPhrases() throws IOException {
        return Page.all().stream()
                .flatMap(page -> page.phrases().stream())
                .map(phrase -> phrase.replaceFirst("^noise2clean ", ""))
                .filter(phrase -> COMMANDS.containsKey(phrase.split(" ")[0]))
                .flatMap(OptionsOfPagesTest::uses);
    }

    private static Stream<Use> uses(String call) {
        String command = call.split("\\s+")[0];
        return optionsIn(call).map(option -> new Use(command, option));
    }

    private static Stream<String> optionsIn(String text) {
        return OPTION.matcher(text).results().map(match -> match.group());
    }

    private static Set<String> scriptOptions() throws IOException {
        Set<String> options = new TreeSet<>(OF_SPARK);
        for (String script : List.of("update-site", "spark-cluster"))
            options.addAll(optionsIn(Files.readString(Path.of("scripts", script))).toList());
        return options;
    }
}
