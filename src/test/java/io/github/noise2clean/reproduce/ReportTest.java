package io.github.noise2clean.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.model.Epoch;
import io.github.noise2clean.model.ModelCard;
import io.github.noise2clean.model.TrainedModel;
import io.github.noise2clean.network.Graph;
import io.github.noise2clean.network.Weights;
import io.github.noise2clean.reproduce.TestSetScores.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReportTest {

    @Test
    void theAuthorsFigureStandsBesideOurs() {
        assertContains(
                report(10),
                "| SSIM 0.5 | PSNR 21.35 dB, SSIM 0.8765 (scikit-image), 0.8654 (Wang); training"
                        + " loss 0.00100 after 10 epochs |");
    }

    @Test
    void everyMethodHasALine() {
        assertContains(report(1), "| noisy | 9.50 | 0.3604 | 0.3333 |");
        assertContains(report(1), "| network | 21.35 | 0.8765 | 0.8654 |");
    }

    @Test
    void tellsHowItWasMade() {
        assertContains(
                report(3),
                "Trained for 3 epochs on 54,000 images in 12.3 minutes on cpu, by\n\n```\nnoise2clean"
                        + " reproduce tiny-ae\n```\n\n6,000 images were held out");
        assertContains(report(1), "Means over all 10000 test images");
        assertContains(report(1), "on the first 100 test images");
        assertContains(report(1), "| batch | 4 |");
    }

    @Test
    void remarksFollowTheFigures() {
        assertContains(report(1), " after 1 epoch |\n\nThe code is used.\n\n## Test images");
    }

    @Test
    void manyEpochsAreASelectionWithTheFirstAndTheLast() {
        assertEquals(20, epochsListed(20));
        assertEquals(18, epochsListed(50));
        assertContains(report(50), "\n| 1 | 0.01000 | 0.02000 | 20.00 | 0.800 |\n| 2 |");
        assertContains(report(50), "\n| 50 | 0.00020 | 0.00040 | 20.00 | 0.800 |\n");
    }

    @Test
    void picturesAreShown() {
        for (String picture : List.of("montage.png", "loss-epochs.png", "loss-steps.png"))
            assertContains(report(1), "](" + picture + ")");
    }

    private static void assertContains(Report report, String text) {
        String page = report.markdown();
        assertTrue(page.contains(text), page);
    }

    private static long epochsListed(int epochs) {
        return report(epochs).markdown().lines().filter(l -> l.endsWith("20.00 | 0.800 |")).count();
    }

    private static Report report(int epochs) {
        return new Report(
                TinyReproduction.preset(),
                model(epochs),
                new TestSetScores(
                        List.of(
                                new Row("noisy", new Score(9.5, 0.3604, 0.3333)),
                                new Row("network", new Score(21.35, 0.8765, 0.8654)))),
                new Circumstances(
                        "noise2clean reproduce tiny-ae",
                        new Circumstances.Images("discs", 54_000, 6_000, 10_000),
                        "cpu",
                        12.3),
                List.of("The code is used."));
    }

    private static TrainedModel model(int epochs) {
        Graph graph = TinyReproduction.preset().architecture().graph();
        ModelCard card =
                new ModelCard(
                        "tiny-ae",
                        "resblock-ae",
                        new Normalization.Fixed(0, 255),
                        Map.of("batch", "4"),
                        IntStream.rangeClosed(1, epochs).mapToObj(ReportTest::epoch).toList(),
                        "test",
                        Optional.empty(),
                        Optional.empty());
        return new TrainedModel(card, graph, Weights.initial(graph, 1));
    }

    private static Epoch epoch(int number) {
        return new Epoch(number, 0.01 / number, 0.02 / number, 20, 0.8);
    }
}
