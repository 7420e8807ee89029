package io.github.noise2clean.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.noise2clean.image.ImageSize;
import io.github.noise2clean.network.Footprint;
import io.github.noise2clean.network.LatentCode;
import io.github.noise2clean.network.Precision;
import io.github.noise2clean.network.Summary;
import io.github.noise2clean.train.TrainingSettings.Optimisation;
import io.github.noise2clean.train.TrainingSettings.Patches;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PresetsTest {

    /** As their authors have published them. */
    @ParameterizedTest
    @CsvSource({
        "noise2clean-ae, gaussian:50%+clip, 64, 50, 0",
        "noise2clean-vae, gaussian:50%+clip, 64, 50, 0",
        "vanilla-ae, gaussian:30%+clip, 32, 10, 1e-5",
        "cifar-ae, gaussian:10%+clip, 64, 250, 1e-5",
        "pooling-ae, gaussian:50%+clip, 20, 20, 0",
        "strided-ae, gaussian:50%, 64, 10, 1e-5",
    })
    void theFiveHaveTheirAuthorsSettings(
            String name, String noise, int batch, int epochs, double decay) {
        Preset preset = Presets.named(name);
        Optimisation optimisation = preset.recipe().optimisation();
        assertEquals(name, preset.architecture().name());
        assertEquals(noise, preset.noise().toString());
        assertEquals(Patches.whole(batch), preset.recipe().patches());
        assertEquals(epochs, preset.recipe().epochs());
        assertEquals(Loss.MSE, optimisation.loss());
        assertEquals(LearningRate.constant(1e-3), optimisation.learningRate());
        assertEquals(decay, optimisation.weightDecay());
        assertEquals(Precision.FLOAT32, optimisation.precision());
    }

    @Test
    void onlyTheOneForCifarResizes() {
        for (Preset preset : Presets.all())
            assertEquals(
                    preset.name().equals("cifar-ae")
                            ? Optional.of(new ImageSize(28, 28))
                            : Optional.empty(),
                    preset.resizedTo());
    }

    @ParameterizedTest
    @ValueSource(strings = {"resblock-ae", "resblock-vae"})
    void oursTakeImagesOfAnySizeAndFitIntoTwoMegabytes(String name) {
        Preset preset = Presets.named(name);
        assertEquals("gaussian:50%+clip", preset.noise().toString());
        assertFalse(Footprint.of(preset.architecture().graph()).oneSize());
        assertTrue(Summary.of(preset.architecture().graph()).parameters() < 480_000);
    }

    @Test
    void thoseNamedVariationalHaveALatentCode() {
        for (Preset preset : Presets.all())
            assertEquals(
                    preset.name().endsWith("-vae"),
                    LatentCode.of(preset.architecture().graph()).isPresent(),
                    preset.name());
    }

    @Test
    void anUnknownOneIsAnsweredWithAllNames() {
        Exception e = assertThrows(IllegalArgumentException.class, () -> Presets.named("unet"));
        assertEquals(
                "Unknown preset 'unet': choose one of noise2clean-ae, noise2clean-vae, vanilla-ae,"
                        + " cifar-ae, pooling-ae, strided-ae, resblock-ae, resblock-vae.",
                e.getMessage());
    }
}
