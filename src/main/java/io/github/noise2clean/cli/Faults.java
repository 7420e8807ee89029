package io.github.noise2clean.cli;

import io.github.noise2clean.batch.BatchSummary;
import io.github.noise2clean.image.FileFaults;
import io.github.noise2clean.tensor.DeviceMemoryException;
import io.github.noise2clean.tensor.EngineLoadException;
import io.github.noise2clean.train.TrainingDivergedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Tells the user what is wrong: his own mistakes in one sentence, bugs with a stack trace. */
public final class Faults implements IParameterExceptionHandler, IExecutionExceptionHandler {

    /** The exit status where the user has stopped the program. */
    public static final int INTERRUPTED = 130;

    /** The exit status of a batch: that of a fault if a file could not be denoised. */
    public static int status(BatchSummary summary) {
        if (summary.isStopped()) return INTERRUPTED;
        return summary.failed() == 0 ? ExitCode.OK : ExitCode.USAGE;
    }

    @Override
    public int handleParseException(ParameterException fault, String[] args) {
        CommandLine command = fault.getCommandLine();
        command.getErr().println(fault.getMessage());
        String name = command.getCommandSpec().qualifiedName();
        command.getErr().println("Try '" + name + " --help'.");
        return ExitCode.USAGE;
    }

    @Override
    public int handleExecutionException(Exception fault, CommandLine command, ParseResult parsed) {
        if (isOfUser(fault)) {
            command.getErr().println(FileFaults.sentence(fault));
            return ExitCode.USAGE;
        }
        fault.printStackTrace(command.getErr());
        return ExitCode.SOFTWARE;
    }

    /** Whether the fault lies in what the program was given, so that a sentence says it all. */
    static boolean isOfUser(Exception fault) {
        return fault instanceof IOException
                || fault instanceof UncheckedIOException
                || fault instanceof IllegalArgumentException
                || fault instanceof DeviceMemoryException
                || fault instanceof EngineLoadException
                || fault instanceof TrainingDivergedException;
    }
}
