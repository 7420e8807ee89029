package io.github.noise2clean.cli;

import java.util.Stack;
import picocli.CommandLine;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Takes the word behind an option for its value, also one with a dash that looks like an option.
 */
final class AnyWord implements IParameterConsumer {

    @Override
    public void consumeParameters(Stack<String> words, ArgSpec option, CommandSpec command) {
        if (words.isEmpty())
            throw new CommandLine.ParameterException(
                    command.commandLine(), "Missing value of " + option.paramLabel() + ".");
        option.setValue(words.pop());
    }
}
