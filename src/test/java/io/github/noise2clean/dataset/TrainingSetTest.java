package io.github.noise2clean.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.image.IntensityMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingSetTest {

    @ParameterizedTest
    @CsvSource({"10, 0.2, 2", "10, 0, 1", "10, 1, 9", "2, 0.9, 1", "3, 0.1, 1"})
    void keepsAtLeastOneFileApartAndNeverAll(int files, double share, int apart) {
        TrainingSet set = TrainingSet.split(files(files, 3), share, 1);
        assertEquals(3 * apart, set.validation().size());
        assertEquals(3 * (files - apart), set.training().size());
    }

    @Test
    void planesOfOneFileStayTogether() {
        List<List<TrainingImage>> files = files(5, 4);
        TrainingSet set = TrainingSet.split(files, 0.2, 7);
        assertEquals(1, files.stream().filter(file -> file.equals(set.validation())).count());
    }

    @Test
    void everyImageIsOnExactlyOneSide() {
        List<List<TrainingImage>> files = files(9, 2);
        TrainingSet set = TrainingSet.split(files, 0.3, 7);
        List<TrainingImage> both =
                Stream.concat(set.training().stream(), set.validation().stream()).toList();
        assertEquals(18, both.size());
        assertEquals(
                new HashSet<>(files.stream().flatMap(List::stream).toList()), Set.copyOf(both));
    }

    @Test
    void seedChoosesTheFiles() {
        List<List<TrainingImage>> files = files(20, 1);
        TrainingSet set = TrainingSet.split(files, 0.2, 1);
        assertEquals(set, TrainingSet.split(files, 0.2, 1));
        assertNotEquals(set, TrainingSet.split(files, 0.2, 2));
    }

    @Test
    void ofOneStackTheLastPlanesAreKeptApart() {
        List<List<TrainingImage>> files = files(1, 10);
        TrainingSet set = TrainingSet.split(files, 0.3, 1);
        assertEquals(files.get(0).subList(0, 7), set.training());
        assertEquals(files.get(0).subList(7, 10), set.validation());
    }

    @Test
    void ofOnePlaneTheLastRowsAreKeptApart() {
        TrainingSet set = TrainingSet.split(List.of(List.of(plane(5, 10))), 0.25, 1);
        assertEquals(0, set.training().get(0).target().min(1));
        assertEquals(6, set.training().get(0).target().max(1));
        assertEquals(7, set.validation().get(0).target().min(1));
        assertEquals(9, set.validation().get(0).target().max(1));
        assertEquals(5, set.validation().get(0).target().dimension(0));
    }

    @Test
    void ofOneRowNothingCanBeKeptApart() {
        TrainingImage row = plane(5, 1);
        TrainingSet set = TrainingSet.split(List.of(List.of(row)), 0.25, 1);
        assertEquals(new TrainingSet(List.of(row), List.of(row)), set);
    }

    @ParameterizedTest
    @CsvSource({"0, 0.1", "2, -0.1", "2, 1.1", "2, NaN"})
    void refusesNoFilesAndImpossibleShares(int files, double share) {
        assertThrows(
                IllegalArgumentException.class, () -> TrainingSet.split(files(files, 1), share, 1));
    }

    private static List<List<TrainingImage>> files(int files, int planes) {
        return IntStream.range(0, files)
                .mapToObj(file -> Stream.generate(() -> plane(4, 4)).limit(planes).toList())
                .toList();
    }

    private static TrainingImage plane(long width, long height) {
        ArrayImg<FloatType, FloatArray> image = ArrayImgs.floats(width, height, 1);
        return new TrainingImage.Pair(
                image, image, new DataRange(0, 1), List.of(IntensityMap.linear(0, 1)));
    }
}
