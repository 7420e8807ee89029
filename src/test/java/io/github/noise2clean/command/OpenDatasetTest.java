package io.github.noise2clean.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.ImagePlus;
import io.github.noise2clean.image.DatasetBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenDatasetTest {

    private final Commands commands = new Commands();

    @TempDir private Path folder;

    @BeforeEach
    void writeBatches() throws IOException {
        byte[] dogAndFrog = DatasetBytes.cifar(new int[] {5, 1, 2, 3}, new int[] {6, 1, 2, 3});
        Files.write(folder.resolve("data_batch_1.bin"), dogAndFrog);
        byte[] ship = DatasetBytes.cifar(new int[] {8, 1, 2, 3});
        Files.write(folder.resolve("test_batch.bin.gz"), DatasetBytes.gzip(ship));
    }

    @AfterEach
    void close() {
        commands.close();
    }

    private ImagePlus opened(Path file, Object... keysAndValues) {
        Object[] all = new Object[keysAndValues.length + 2];
        all[0] = "file";
        all[1] = file.toString();
        System.arraycopy(keysAndValues, 0, all, 2, keysAndValues.length);
        return (ImagePlus) commands.run(OpenDataset.class, all).getOutput("dataset");
    }

    @Test
    void aFileBecomesAStackOfItsName() {
        ImagePlus stack = opened(folder.resolve("data_batch_1.bin"));
        assertEquals("data_batch_1.bin", stack.getTitle());
        assertEquals(2, stack.getNSlices());
        assertEquals("frog", stack.getStack().getSliceLabel(2));
    }

    @Test
    void ofAFolderTheTrainingImagesAreOpenedUnlessTheOthersAreAskedFor() {
        assertEquals("dog", opened(folder).getStack().getSliceLabel(1));
        ImagePlus test = opened(folder, "part", "test");
        assertEquals(folder.getFileName() + "-test", test.getTitle());
        assertEquals("ship", test.getStack().getSliceLabel(1));
    }

    @Test
    void mistakesAreSentences() {
        commands.assertRefused(
                "No file is given: choose an IDX or CIFAR-10 file.",
                OpenDataset.class,
                "file",
                " ");
        commands.assertRefused(
                "Unknown part 'all': choose training or test.",
                OpenDataset.class,
                "file",
                folder.toString(),
                "part",
                "all");
        String missing = folder.resolve("missing.bin").toString();
        commands.assertRefused(
                "The image file " + missing + " does not exist or is not readable.",
                OpenDataset.class,
                "file",
                missing);
    }
}
