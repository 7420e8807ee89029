package io.github.noise2clean.blocks;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * Runs the tasks in reverse order, each task, work and result as a copy that another process might
 * have; and breaks when it has done so many blocks.
 */
final class TestRunner implements TaskRunner {

    private final int most;
    private int blocks;

    TestRunner(int most) {
        this.most = most;
    }

    /** Never breaks. */
    TestRunner() {
        this(Integer.MAX_VALUE);
    }

    /** How many it has denoised. */
    int blocks() {
        return blocks;
    }

    @Override
    public <T extends Serializable, R extends Serializable> void run(
            List<T> tasks, Work<T, R> work, Consumer<R> done) throws IOException {
        List<T> reversed = new ArrayList<>(tasks);
        Collections.reverse(reversed);
        for (T task : reversed) {
            if (blocks == most) throw new IOException("The runner has died.");
            done.accept(copy(copy(work).of(copy(task))));
            if (work instanceof BlockWork) blocks++;
        }
    }

    @SuppressWarnings("unchecked") // a copy has the type of what it is a copy of
    private static <S> S copy(S original) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(original);
        }
        try (ObjectInputStream in =
                new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (S) in.readObject();
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
