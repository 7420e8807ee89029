package io.github.noise2clean.cli;

import java.util.List;
import picocli.CommandLine;

/** What all programs of this project that have a command line do alike. */
public final class CommandLines {

    private CommandLines() {}

    /**
     * Knows how options are written and how faults are told.
     *
     * @param program the command that has {@code commands}
     */
    public static CommandLine of(Object program, List<Object> commands, Terminal terminal) {
        CommandLine commandLine = new CommandLine(program);
        for (Object command : commands) commandLine.addSubcommand(command);
        Faults faults = new Faults();
        return Conversions.register(commandLine)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUnmatchedOptionsAllowedAsOptionParameters(false)
                .setUsageHelpAutoWidth(true)
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setParameterExceptionHandler(faults)
                .setExecutionExceptionHandler(faults);
    }
}
