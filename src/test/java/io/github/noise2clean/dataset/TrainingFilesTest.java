package io.github.noise2clean.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.ImagePlus;
import io.github.noise2clean.image.ImageFiles;
import io.github.noise2clean.image.ImageSize;
import io.github.noise2clean.noise.NoiseModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrainingFilesTest {

    private static final Path STACK = Path.of("sample-data", "fashion-mnist-200.tif");
    private static final Preparation PREPARATION =
            new Preparation(Optional.empty(), 1, Optional.empty());

    @Test
    void anOpenImageGivesWhatItsFileGives() throws IOException {
        NoiseModel noise = NoiseModel.parse("gaussian:10%", false);
        ImagePlus image = ImageFiles.open(STACK);
        TrainingFiles fromFile = TrainingFiles.withNoise(List.of(STACK), noise, PREPARATION);
        TrainingFiles fromImage = TrainingFiles.withNoise(image, noise, PREPARATION);
        assertEquals(fromFile.normalization(), fromImage.normalization());
        assertEquals(200, fromImage.images().get(0).size());
        assertArrayEquals(
                new long[] {28, 28, 1},
                fromImage.images().get(0).get(199).target().dimensionsAsLongArray());
    }

    @Test
    void imagesAreBroughtToTheSizeThatIsWanted() throws IOException {
        Preparation smaller =
                new Preparation(Optional.empty(), 1, Optional.of(new ImageSize(14, 7)));
        NoiseModel noise = NoiseModel.parse("gaussian:10%");
        TrainingFiles files = TrainingFiles.withNoise(List.of(STACK), noise, smaller);
        assertEquals(200, files.images().get(0).size());
        assertArrayEquals(
                new long[] {14, 7, 1},
                files.images().get(0).get(0).target().dimensionsAsLongArray());
        TrainingFiles pairs = TrainingFiles.pairs(List.of(STACK), List.of(STACK), smaller);
        assertArrayEquals(
                new long[] {14, 7, 1},
                pairs.images().get(0).get(199).target().dimensionsAsLongArray());
    }
}
