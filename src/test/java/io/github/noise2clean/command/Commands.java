package io.github.noise2clean.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/** Commands as a script without a screen runs them. */
final class Commands implements AutoCloseable {

    private final Context context = new Context(CommandService.class);

    CommandService service() {
        return context.service(CommandService.class);
    }

    /** All of this program that menus have. */
    Stream<CommandInfo> ours() {
        return service().getCommands().stream()
                .filter(
                        command ->
                                command.getClassName().startsWith("io.github.noise2clean.command."))
                .sorted(Comparator.comparing(CommandInfo::getClassName));
    }

    /** Runs a command to its end. */
    CommandModule run(Class<? extends Command> command, Object... keysAndValues) {
        try {
            return service().run(command, true, keysAndValues).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    void assertRefused(String reason, Class<? extends Command> command, Object... keysAndValues) {
        Cancelable run = (Cancelable) run(command, keysAndValues).getCommand();
        assertTrue(run.isCanceled());
        assertEquals(reason, run.getCancelReason());
    }

    @Override
    public void close() {
        context.dispose();
    }
}
