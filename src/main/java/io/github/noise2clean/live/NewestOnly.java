package io.github.noise2clean.live;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs requests one by one on a thread of its own; of those that wait, only the newest. */
final class NewestOnly {

    private final ThreadPoolExecutor thread;

    NewestOnly(String name) {
        thread =
                new ThreadPoolExecutor(
                        1,
                        1,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(1),
                        request -> new Thread(request, name),
                        new ThreadPoolExecutor.DiscardOldestPolicy());
    }

    void run(Runnable request) {
        thread.execute(request);
    }

    /** Runs one more, in place of what waits, and ends the thread. */
    void end(Runnable last) {
        thread.execute(last);
        thread.shutdown();
    }
}
