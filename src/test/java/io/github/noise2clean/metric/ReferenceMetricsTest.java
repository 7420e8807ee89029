package io.github.noise2clean.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ij.ImagePlus;
import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.ImageFiles;
import io.github.noise2clean.image.ImagePluses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every number that scikit-image found for the reference files. */
class ReferenceMetricsTest {

    private static final Path SHARED = Path.of("..", "shared");
    private static final Path TABLE = SHARED.resolve("reference").resolve("metrics.csv");

    @Test
    void everyNumberEqualsScikitImages() throws IOException {
        assumeTrue(Files.exists(TABLE), "The reference numbers " + TABLE + " are not here.");
        List<String> rows = Files.readAllLines(TABLE).stream().skip(1).toList();
        assertEquals(9, rows.size());
        for (String row : rows) check(row.split(",", 8));
    }

    private static void check(String[] row) throws IOException {
        ImagePlus reference = ImageFiles.open(SHARED.resolve(row[0]));
        ImagePlus test = ImageFiles.open(SHARED.resolve(row[1]));
        ComparedPart part =
                row[7].contains("3-D window") ? ComparedPart.VOLUME : ComparedPart.PLANE;
        double dataRange = Double.parseDouble(row[2]);
        Quality skimage = whole(reference, test, new Ssim(SsimDefinition.SKIMAGE, dataRange), part);
        Quality wang = whole(reference, test, new Ssim(SsimDefinition.WANG, dataRange), part);
        assertEquals(Double.parseDouble(row[3]), skimage.ssim(), 1e-6, row[7]);
        assertEquals(Double.parseDouble(row[4]), wang.ssim(), 1e-6);
        assertEquals(Double.parseDouble(row[5]), skimage.psnr(), 1e-5);
        assertEquals(Double.parseDouble(row[6]), skimage.nrmse(), 1e-6);
    }

    private static Quality whole(
            ImagePlus reference, ImagePlus test, Ssim ssim, ComparedPart part) {
        AxisImage expected = ImagePluses.view(reference);
        return new ImageComparison(ssim, part).compare(expected, ImagePluses.view(test)).whole();
    }
}
