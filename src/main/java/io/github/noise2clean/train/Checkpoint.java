package io.github.noise2clean.train;

import io.github.noise2clean.image.AtomicFiles;
import io.github.noise2clean.model.Epoch;
import io.github.noise2clean.network.Graph;
import io.github.noise2clean.network.Parameter;
import io.github.noise2clean.network.Weights;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The file from which an interrupted training goes on: the plan it belongs to, the history, and all
 * tensors, big-endian. It is replaced as a whole after every epoch.
 *
 * @param plan the settings as text by name; a training with others cannot go on from here
 */
record Checkpoint(Path file, Graph graph, Map<String, String> plan) {

    private static final int MAGIC = 0x4e32_4333;
    private static final int MAX_EPOCHS = 1_000_000;

    void write(TrainingState state) throws IOException {
        AtomicFiles.write(file, beside -> writeTo(beside, state));
    }

    /**
     * @throws IOException with a sentence for the user, if the file is damaged or belongs to
     *     another training
     */
    TrainingState read() throws IOException {
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (in.readInt() != MAGIC) throw damaged(null);
            requireSamePlan(in);
            List<Epoch> history = readHistory(in);
            Weights weights = readWeights(in);
            Weights kept = readWeights(in);
            Adam.Moments moments = new Adam.Moments(readLearned(in), readLearned(in));
            int atOnce = in.readInt();
            if (atOnce < 1 || in.read() >= 0) throw damaged(null);
            return new TrainingState(history, weights, kept, moments, atOnce);
        } catch (EOFException e) {
            throw damaged(e);
        }
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    private void writeTo(Path target, TrainingState state) throws IOException {
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(target)))) {
            out.writeInt(MAGIC);
            out.writeInt(plan.size());
            for (Map.Entry<String, String> setting : plan.entrySet()) {
                out.writeUTF(setting.getKey());
                out.writeUTF(setting.getValue());
            }
            writeHistory(out, state.history());
            for (Weights weights : List.of(state.weights(), state.kept()))
                for (Parameter parameter : graph.parameters())
                    write(out, weights.get(parameter.name()));
            for (float[] mean : state.moments().means()) write(out, mean);
            for (float[] square : state.moments().squares()) write(out, square);
            out.writeInt(state.atOnce());
        }
    }

    private static void writeHistory(DataOutputStream out, List<Epoch> history) throws IOException {
        out.writeInt(history.size());
        for (Epoch epoch : history) {
            out.writeDouble(epoch.trainingLoss());
            out.writeDouble(epoch.validationLoss());
            out.writeDouble(epoch.psnr());
            out.writeDouble(epoch.ssim());
        }
    }

    private List<Epoch> readHistory(DataInputStream in) throws IOException {
        int epochs = in.readInt();
        if (epochs < 1 || epochs > MAX_EPOCHS) throw damaged(null);
        List<Epoch> history = new ArrayList<>();
        for (int i = 1; i <= epochs; i++)
            history.add(
                    new Epoch(
                            i, in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble()));
        return history;
    }

    private void requireSamePlan(DataInputStream in) throws IOException {
        Map<String, String> found = new LinkedHashMap<>();
        int settings = in.readInt();
        if (settings != plan.size()) throw damaged(null);
        for (int i = 0; i < settings; i++) found.put(in.readUTF(), in.readUTF());
        for (Map.Entry<String, String> setting : plan.entrySet()) {
            String before = found.get(setting.getKey());
            if (!setting.getValue().equals(before))
                throw new IOException(
                        "The training cannot be resumed: the checkpoint "
                                + file.getFileName()
                                + " was made with "
                                + setting.getKey()
                                + " "
                                + before
                                + ", not "
                                + setting.getValue()
                                + ". Use the same settings, or start anew.");
        }
    }

    private Weights readWeights(DataInputStream in) throws IOException {
        Map<String, float[]> values = new LinkedHashMap<>();
        for (Parameter parameter : graph.parameters())
            values.put(parameter.name(), read(in, parameter.size()));
        return new Weights(graph, values);
    }

    private List<float[]> readLearned(DataInputStream in) throws IOException {
        List<float[]> tensors = new ArrayList<>();
        for (Parameter parameter : graph.parameters())
            if (parameter.learned()) tensors.add(read(in, parameter.size()));
        return tensors;
    }

    private static void write(DataOutputStream out, float[] tensor) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(tensor.length * Float.BYTES);
        bytes.asFloatBuffer().put(tensor);
        out.write(bytes.array());
    }

    private static float[] read(DataInputStream in, int size) throws IOException {
        byte[] bytes = in.readNBytes(size * Float.BYTES);
        if (bytes.length != size * Float.BYTES) throw new EOFException();
        float[] tensor = new float[size];
        ByteBuffer.wrap(bytes).asFloatBuffer().get(tensor);
        return tensor;
    }

    private IOException damaged(Exception cause) {
        return new IOException(
                "The checkpoint " + file.getFileName() + " is damaged: delete it and start anew.",
                cause);
    }
}
