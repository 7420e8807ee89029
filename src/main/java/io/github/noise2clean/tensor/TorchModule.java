package io.github.noise2clean.tensor;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.Pair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A TorchScript module on a device.
 *
 * <p>Results belong to the scope ({@link NDManager}) of the array that was given.
 */
public final class TorchModule implements ImageModule {

    private final Model model;
    private final ParameterStore parameters;
    private final Device device;

    private TorchModule(Model model, Device device) {
        this.model = model;
        this.device = device;
        this.parameters = new ParameterStore(model.getNDManager(), false);
    }

    /**
     * A module to run.
     *
     * @throws IOException if the archive is not a TorchScript module that this PyTorch can load
     */
    public static TorchModule load(byte[] archive, Device device) throws IOException {
        return load(archive, device, false);
    }

    /**
     * A module of others to run.
     *
     * @throws IOException as {@link #load} does, and if a learned weight of it is NaN or infinite
     */
    public static TorchModule loadForeign(byte[] archive, Device device) throws IOException {
        TorchModule module = load(archive, device);
        try {
            new TorchWeights(module.model.getBlock().getParameters(), device).requireFinite();
            return module;
        } catch (IOException e) {
            module.close();
            throw e;
        }
    }

    /** A module whose parameters can be learned. */
    public static TorchModule loadForTraining(byte[] archive, Device device) throws IOException {
        TorchModule module = load(archive, device, true);
        // DJL takes a fresh module to be in training mode, but its natives load it in evaluation
        // mode: without one call in evaluation mode, the switch to training would never be made.
        module.tensors();
        return module;
    }

    private static TorchModule load(byte[] archive, Device device, boolean learned)
            throws IOException {
        Torch.engine();
        Model model = Model.newInstance("net", device, Torch.NAME);
        try {
            load(model, archive, learned);
            return new TorchModule(model, device);
        } catch (MalformedModelException | EngineException e) {
            model.close();
            throw new IOException(
                    "PyTorch cannot load the network: " + NativeErrors.firstLine(e), e);
        } catch (IOException e) {
            model.close();
            throw e;
        }
    }

    /** Through a file, the only way in which DJL makes parameters that can be learned. */
    private static void load(Model model, byte[] archive, boolean learned)
            throws IOException, MalformedModelException {
        Path file = Files.createTempFile("noise2clean", ".pt");
        try {
            Files.write(file, archive);
            model.load(file, null, Map.of("trainParam", Boolean.toString(learned)));
        } finally {
            Files.delete(file);
        }
    }

    public Device device() {
        return device;
    }

    @Override
    public String deviceName() {
        return device.getDeviceType();
    }

    /** The module's {@code forward} in evaluation mode, without gradients. */
    public NDArray forward(NDArray x) {
        return call("forward", x, false).head();
    }

    /**
     * The same of plain values, row-major.
     *
     * @param shape batch, channels, then the slowest axis first
     */
    @Override
    public float[] forward(float[] x, long[] shape) {
        try (NDManager scope = Torch.newScope(device)) {
            return forward(scope.create(x, new Shape(shape))).toFloatArray();
        } catch (EngineException e) {
            throw NativeErrors.refusal(e, shape);
        }
    }

    /** All outputs in training mode, with gradients and a sampled latent code. */
    public NDList trainingOutputs(NDArray x) {
        return call("outputs", x, true);
    }

    /** All outputs in evaluation mode, with a sampled latent code. */
    public NDList sampledOutputs(NDArray x) {
        return call("outputs", x, false);
    }

    /**
     * The image made of a latent code, in evaluation mode, without gradients; only of a module that
     * has a method {@code decode}.
     */
    public NDArray decode(NDArray code) {
        return call("decode", code, false).head();
    }

    /** The parameters that are learned: the module's own, so that writing to them changes it. */
    public List<NDArray> learned() {
        return model.getBlock().getParameters().stream()
                .map(Pair::getValue)
                .map(Parameter::getArray)
                .toList();
    }

    /** The values of parameters and buffers, in the order in which the module lists them. */
    public List<float[]> tensors() {
        try (NDManager scope = Torch.newScope(device)) {
            NDArray method = scope.zeros(new Shape(1));
            method.setName("module_method:tensors");
            NDList tensors = run(new NDList(method), false);
            tensors.attach(scope);
            return tensors.stream().map(NDArray::toFloatArray).toList();
        }
    }

    @Override
    public void close() {
        model.close();
        NativeHeap.giveBack();
    }

    private NDList call(String name, NDArray x, boolean training) {
        try (NDArray method = x.getManager().zeros(new Shape(1))) {
            method.setName("module_method:" + name);
            return run(new NDList(x, method), training);
        }
    }

    private NDList run(NDList inputs, boolean training) {
        return OutOfMemory.typed(() -> model.getBlock().forward(parameters, inputs, training));
    }
}
