package io.github.noise2clean.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.scijava.command.ContextCommand;

class GuardTest {

    @Test
    void javasMemoryThatIsFullCancelsWithASentence() {
        ContextCommand command =
                new ContextCommand() {
                    @Override
                    public void run() {
                        Guard.run(
                                this,
                                () -> {
                                    throw new OutOfMemoryError("Java heap space");
                                });
                    }
                };
        command.run();
        assertEquals(
                "Java's memory is too small: give Fiji more in Edit > Options > Memory & Threads,"
                        + " the command line by JAVA_OPTS=-Xmx8g.",
                command.getCancelReason());
    }
}
