package io.github.noise2clean.tensor;

/** A network that tells when it begins and when it ends, so that its time can be taken. */
public record WatchedModule(ImageModule module, Watcher watcher) implements ImageModule {

    /** Is told on the thread that runs the network. */
    public interface Watcher {

        /**
         * @param shape of the images, as {@link ImageModule#forward} has it
         */
        void begun(long[] shape);

        void ended();
    }

    @Override
    public float[] forward(float[] x, long[] shape) {
        watcher.begun(shape);
        try {
            return module.forward(x, shape);
        } finally {
            watcher.ended();
        }
    }

    @Override
    public String deviceName() {
        return module.deviceName();
    }

    @Override
    public void close() {
        module.close();
    }
}
