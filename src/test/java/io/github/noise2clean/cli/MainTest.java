package io.github.noise2clean.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.noise2clean.model.ProgramVersion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    @Test
    void helpNamesTheCommands() {
        String help = Run.of("--help").out();
        for (String command :
                List.of("train", "denoise", "generate", "ssim", "models", "export", "info"))
            assertTrue(help.contains("\n  " + command + " "), help);
    }

    @ParameterizedTest
    @ValueSource(strings = {"train", "denoise", "generate", "ssim", "info"})
    void helpOfEachCommandShowsAnExample(String command) {
        String help = String.join("\n", Run.of(command, "--help").lines());
        assertTrue(help.contains("\n  noise2clean " + command + " "), help);
    }

    @Test
    void versionIsThatOfTheProgram() {
        assertEquals(List.of("noise2clean " + ProgramVersion.text()), Run.of("--version").lines());
    }

    @Test
    void aMissingOrUnknownCommandIsAMistake() {
        Run.mistake("Missing required subcommand");
        Run.mistake("'polish'", "polish");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "train --clean a --noise gaussian:1 --output b",
                "denoise --model a --output b c",
                "generate --model a --output b",
                "ssim a b",
                "info a"
            })
    void anUnknownOptionIsAMistake(String command) {
        Run.mistake("Unknown option: '--bogus'", (Object[]) (command + " --bogus").split(" "));
    }
}
