package io.github.noise2clean.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.noise2clean.Page;
import io.github.noise2clean.cli.Interruption;
import io.github.noise2clean.cli.Terminal;
import io.github.noise2clean.library.InstalledModels;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What the pages tell of the command line on Spark is so. */
class CallsOfPagesTest {

    /** With the lines below it that are indented; the words of Spark's own options are paired. */
    private static final Pattern CALL =
            Pattern.compile(
                    "^noise2clean-spark(?: --\\S+ \\S+)*(?: \\\\\n)? +([a-z-]+) (.*)",
                    Pattern.MULTILINE);

    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*");

    @Test
    void everyCallNamesACommandAndOptionsThatItHas() throws IOException {
        List<String> unknown = new ArrayList<>();
        List<MatchResult> calls = calls();
        assertTrue(calls.size() >= 3, calls::toString);
        for (MatchResult call : calls)
            OPTION.matcher(call.group(2))
                    .results()
                    .map(MatchResult::group)
                    .filter(option -> !exists(call.group(1), option))
                    .forEach(unknown::add);
        assertEquals(List.of(), unknown);
    }

    private static List<MatchResult> calls() throws IOException {
        return Page.all().stream()
                .flatMap(page -> page.blocks().stream())
                .flatMap(block -> CALL.matcher(block).results())
                .toList();
    }

    private static boolean exists(String command, String option) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Terminal terminal = new Terminal(nowhere, nowhere, false, new Interruption());
        CommandLine program = new SparkMain(terminal, InstalledModels.found()).commandLine();
        CommandLine named = program.getSubcommands().get(command);
        return named != null && named.getCommandSpec().findOption(option) != null;
    }
}
