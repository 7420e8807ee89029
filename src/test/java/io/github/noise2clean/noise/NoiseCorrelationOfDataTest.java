package io.github.noise2clean.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.image.ImageFiles;
import io.github.noise2clean.image.ImagePluses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.ImgUtil;
import org.junit.jupiter.api.Test;

/** What real microscopes and photographs show. */
class NoiseCorrelationOfDataTest {

    private static final Path DATA = Path.of("..", "shared", "data");

    @Test
    void scanningElectronMicroscopesCorrelateAlongTheLine() throws IOException {
        for (String folder : List.of("sem_dwell/train/noisy", "sem_line/val/noisy"))
            for (var plane : planes(folder)) {
                NoiseCorrelation found = NoiseCorrelation.of(List.of(plane));
                assertEquals(CorrelatedAxes.ALONG_X, found.verdict(), found.toString());
                assertEquals(0.47, found.alongX().get(0), 0.06);
                assertEquals(0, found.alongY().get(0), 0.06);
            }
    }

    @Test
    void confocalNoiseIsNearlyWhite() throws IOException {
        var repeats = planes("fmd_bpae_b_repeats/fov1/raw");
        NoiseCorrelation one = NoiseCorrelation.of(repeats.subList(0, 1));
        NoiseCorrelation differences = NoiseCorrelation.ofRepeats(repeats);
        assertEquals(CorrelatedAxes.NONE, one.verdict());
        assertEquals(CorrelatedAxes.NONE, differences.verdict());
        assertEquals(differences.alongX().get(0), one.alongX().get(0), 0.05);
        for (var plane : planes("fmd_confocal/test/noisy"))
            assertEquals(CorrelatedAxes.NONE, NoiseCorrelation.of(List.of(plane)).verdict());
    }

    @Test
    void widefieldNoiseIsWhite() throws IOException {
        for (var plane : planes("w2s/val/noisy")) {
            NoiseCorrelation found = NoiseCorrelation.of(List.of(plane));
            assertEquals(0, found.alongX().get(0), 0.05);
            assertEquals(0, found.alongY().get(0), 0.05);
        }
        for (var plane : planes("single_noisy"))
            assertEquals(CorrelatedAxes.NONE, NoiseCorrelation.of(List.of(plane)).verdict());
    }

    /** 3 of 412; at a deviation of 10 it is 45, since most of these are textured all over. */
    @Test
    void textureOfPhotographsIsSeldomTakenForNoise() throws IOException {
        var photographs = planes("natural/Set12");
        photographs.addAll(planes("natural/BSD400_train"));
        long alarms =
                IntStream.range(0, photographs.size())
                        .mapToObj(i -> List.of(noisy(photographs.get(i), 25, i)))
                        .filter(one -> NoiseCorrelation.of(one).verdict() != CorrelatedAxes.NONE)
                        .count();
        assertEquals(0, alarms, 0.01 * photographs.size());
    }

    @Test
    void aFolderOfPhotographsIsJudgedByItsSmoothestParts() throws IOException {
        var photographs = new ArrayList<RandomAccessibleInterval<FloatType>>();
        for (var photograph : planes("natural/BSD400_train"))
            photographs.add(noisy(photograph, 10, photographs.size()));
        NoiseCorrelation found = NoiseCorrelation.of(photographs);
        assertEquals(0, found.alongX().get(0), 0.05);
        assertEquals(0, found.alongY().get(0), 0.05);
    }

    private static RandomAccessibleInterval<FloatType> noisy(
            RandomAccessibleInterval<FloatType> clean, int deviation, long seed) {
        ArrayImg<FloatType, FloatArray> copy = ArrayImgs.floats(clean.dimensionsAsLongArray());
        ImgUtil.copy(clean, copy);
        NoiseModel.parse("gaussian:" + deviation)
                .addTo(
                        copy.update(null).getCurrentStorageArray(),
                        new DataRange(0, 255),
                        new SplittableRandom(seed));
        return copy;
    }

    private static List<RandomAccessibleInterval<FloatType>> planes(String folder)
            throws IOException {
        Path path = DATA.resolve(folder);
        assumeTrue(Files.exists(path), "The images of " + path + " are not here.");
        List<RandomAccessibleInterval<FloatType>> planes = new ArrayList<>();
        for (Path file : ImageFiles.list(path))
            planes.addAll(ImagePluses.view(ImageFiles.open(file)).planes());
        return planes;
    }
}
