package io.github.noise2clean.tensor;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;

/**
 * The one door to the PyTorch engine.
 *
 * <p>DJL asks cloud servers for an instance id and may download natives at its first use; it is
 * told to stay offline before it is loaded, unless the user has set {@code ai.djl.offline} himself,
 * and of natives for CUDA that the user has had fetched.
 */
public final class Torch {

    static final String NAME = "PyTorch";

    private Torch() {}

    /**
     * Loads PyTorch at the first call.
     *
     * @throws EngineLoadException if it does not load
     */
    public static Engine engine() {
        stayOffline();
        try {
            FetchedNatives.prepare();
            NativeHeap.prepare();
            return Engine.getEngine(NAME);
        } catch (EngineException | LinkageError e) {
            throw new EngineLoadException(e, FetchedNatives.wayBack());
        }
    }

    static void stayOffline() {
        if (System.getProperty("ai.djl.offline") == null)
            System.setProperty("ai.djl.offline", "true");
    }

    /** A scope of native memory: what is made in it is freed when it is closed. */
    public static NDManager newScope(Device device) {
        return engine().newBaseManager(device);
    }

    /** Seeds PyTorch's own random numbers, which draw a variational network's latent code. */
    public static void seed(long seed) {
        engine().setRandomSeed(Math.toIntExact(seed & Integer.MAX_VALUE));
    }
}
