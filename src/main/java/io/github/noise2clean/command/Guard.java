package io.github.noise2clean.command;

import io.github.noise2clean.image.FileFaults;
import io.github.noise2clean.tensor.DeviceMemoryException;
import io.github.noise2clean.tensor.EngineLoadException;
import io.github.noise2clean.tensor.OutOfMemory;
import io.github.noise2clean.train.TrainingDivergedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CancellationException;
import org.scijava.Cancelable;

/** Turns what a command's work throws into the way in which SciJava commands fail. */
final class Guard {

    private Guard() {}

    /** What a command does. */
    interface Work {
        void run() throws IOException;
    }

    /**
     * Cancels the command with a sentence when the user has made a mistake, and without one when
     * the end was his own wish. A bug goes through.
     */
    static void run(Cancelable command, Work work) {
        try {
            work.run();
        } catch (CancellationException e) {
            command.cancel(null);
        } catch (IOException
                | UncheckedIOException
                | IllegalArgumentException
                | DeviceMemoryException
                | EngineLoadException
                | TrainingDivergedException e) {
            command.cancel(FileFaults.sentence(e));
        } catch (OutOfMemoryError e) {
            command.cancel(OutOfMemory.of(e).getMessage());
        }
    }
}
