package io.github.noise2clean.network;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Writes a network as a TorchScript archive, and reads the weights of one back.
 *
 * <p>The archive is the zip that {@code torch.jit.save} writes: source under {@code code/}, a
 * pickle of the module whose tensors refer to the raw little-endian float32 files {@code data/0},
 * {@code data/1} and so on. The same graph and weights give the same bytes.
 */
public final class TorchScript {

    private static final String TOP = "net/";
    private static final String DATA = TOP + "data/";
    private static final byte[] EMPTY_TUPLE = new Pickle().emptyTuple().stop();

    private TorchScript() {}

    /** The archive, which PyTorch loads with {@code torch.jit.load}, ready to learn. */
    public static byte[] write(Graph graph, Weights weights) {
        return write(graph, weights, Precision.FLOAT32);
    }

    /** The archive of a network that computes in {@code precision}. */
    public static byte[] write(Graph graph, Weights weights, Precision precision) {
        return archive(module(graph, true), TorchScriptCode.of(graph, precision), graph, weights);
    }

    /**
     * The archive of a network that this program will run: its layers write over values that nobody
     * needs any more.
     */
    public static byte[] writeForRunning(Graph graph, Weights weights, Precision precision) {
        String code = TorchScriptCode.forRunning(graph, precision);
        return archive(module(graph, false), code, graph, weights);
    }

    /**
     * The archive of a network as it is usually written: nothing is written over, and the pixels of
     * each channel lie together. A benchmark tells by it what {@link #writeForRunning} is good for.
     */
    public static byte[] writeForComparison(Graph graph, Weights weights) {
        return archive(module(graph, false), TorchScriptCode.forComparison(graph), graph, weights);
    }

    /** The archive of a network that is in evaluation mode wherever it is loaded. */
    public static byte[] writeForInference(Graph graph, Weights weights) {
        String code = TorchScriptCode.of(graph, Precision.FLOAT32);
        return archive(module(graph, false), code, graph, weights);
    }

    /**
     * The weights in an archive that {@link #write} made for this graph.
     *
     * <p>Only the raw tensors are looked at: code and pickles of the archive are never read, since
     * whoever runs the network writes them anew from the graph. Nothing is unpacked, and never more
     * is read than the graph's tensors need.
     *
     * @throws IOException if a tensor is missing, there twice, unknown, or not of the graph's size
     */
    public static Weights read(Graph graph, byte[] archive) throws IOException {
        Map<String, Parameter> tensors = tensorsByEntry(graph);
        Map<String, float[]> values = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry; (entry = zip.getNextEntry()) != null; ) {
                requireStored(entry);
                if (!entry.getName().startsWith(DATA)) continue;
                Parameter parameter = tensors.remove(entry.getName());
                if (parameter == null)
                    throw new IOException(
                            "the weights hold a second or foreign " + entry.getName());
                values.put(parameter.name(), floats(zip, parameter));
            }
        } catch (IllegalArgumentException e) { // of a name that is no UTF-8
            throw new IOException("the weights hold an entry without a readable name", e);
        }
        if (!tensors.isEmpty()) throw new IOException("the weights lack " + tensors.keySet());
        return new Weights(graph, values);
    }

    private static byte[] archive(byte[] module, String code, Graph graph, Weights weights) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("data.pkl", module);
        entries.put("code/__torch__.py", utf8(code));
        for (int i = 0; i < graph.parameters().size(); i++)
            entries.put("data/" + i, weights.bytes(graph.parameters().get(i).name()));
        entries.put("constants.pkl", EMPTY_TUPLE);
        entries.put("version", utf8("3\n"));
        entries.put("byteorder", utf8("little"));
        return zip(entries);
    }

    /** The tensors still to be read. */
    private static Map<String, Parameter> tensorsByEntry(Graph graph) {
        Map<String, Parameter> tensors = new LinkedHashMap<>();
        for (Parameter parameter : graph.parameters())
            tensors.put(DATA + tensors.size(), parameter);
        return tensors;
    }

    /** What is compressed could grow to any size. */
    private static void requireStored(ZipEntry entry) throws IOException {
        if (entry.getMethod() != ZipEntry.STORED)
            throw new IOException("the weights hold a compressed entry");
    }

    private static float[] floats(ZipInputStream zip, Parameter parameter) throws IOException {
        int size = Math.multiplyExact(parameter.size(), Float.BYTES);
        byte[] raw = zip.readNBytes(size);
        if (raw.length != size || zip.read() >= 0)
            throw new IOException("the tensor " + parameter.name() + " has another size");
        float[] tensor = new float[parameter.size()];
        ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(tensor);
        return tensor;
    }

    /** The pickled module: an object of class Net with its attributes. */
    private static byte[] module(Graph graph, boolean training) {
        Pickle pickle = new Pickle().global("__torch__", "Net").emptyTuple().op(0x81);
        pickle.op('}').mark().string("training").bool(training);
        List<Parameter> parameters = graph.parameters();
        for (int i = 0; i < parameters.size(); i++) tensor(pickle, parameters.get(i), i);
        return pickle.op('u').op('b').stop();
    }

    private static void tensor(Pickle pickle, Parameter parameter, int index) {
        pickle.string(parameter.name()).global("torch._utils", "_rebuild_tensor_v2").mark();
        pickle.mark().string("storage").global("torch", "FloatStorage");
        pickle.string(Integer.toString(index)).string("cpu").integer(parameter.size());
        pickle.tuple().op('Q').integer(0);
        pickle.integers(parameter.shape()).integers(rowMajorStrides(parameter.shape()));
        pickle.bool(parameter.learned());
        pickle.global("collections", "OrderedDict").emptyTuple().reduce().tuple().reduce();
    }

    private static List<Integer> rowMajorStrides(List<Integer> shape) {
        List<Integer> strides = new ArrayList<>();
        int stride = 1;
        for (int axis = shape.size() - 1; axis >= 0; axis--) {
            strides.add(0, stride);
            stride *= shape.get(axis);
        }
        return strides;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet())
                StoredEntries.add(zip, TOP + entry.getKey(), entry.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
