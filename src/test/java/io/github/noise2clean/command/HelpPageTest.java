package io.github.noise2clean.command;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HelpPageTest {

    @ParameterizedTest
    @EnumSource
    void thePageAndItsHeadingAreThere(HelpPage page) throws IOException {
        String[] place = page.place().split("#");
        Path file = Path.of(HelpPage.FOLDER).resolve(place[0]);
        assertTrue(Files.isRegularFile(file), file.toString());
        assertTrue(
                place.length == 1
                        || Files.readAllLines(file).stream().anyMatch(l -> is(l, place[1])),
                page.place());
    }

    @ParameterizedTest
    @EnumSource
    void theAddressIsThatOfTheProject(HelpPage page) {
        String url = page.url().toString();
        assertTrue(url.startsWith("https://github.com/noise2clean/noise2clean/"), url);
        assertTrue(url.endsWith(page.place()), url);
    }

    @Test
    void withoutAScreenNothingIsOpened() {
        assertDoesNotThrow(() -> new DenoiseImage().showHelp());
    }

    /** Headings are linked to in lower case, with hyphens for spaces. */
    private static boolean is(String line, String link) {
        String words = line.replaceFirst("^#+ ", "").toLowerCase().replaceAll("[^a-z0-9 -]", "");
        return line.startsWith("#") && words.replace(' ', '-').equals(link);
    }
}
