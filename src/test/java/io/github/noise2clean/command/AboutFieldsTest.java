package io.github.noise2clean.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.noise2clean.model.About;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AboutFieldsTest {

    @Test
    void authorsAreSeparatedBySemicolonsOrElseByCommas() {
        assertEquals(List.of("A. Maker", "B. Maker"), authors(" A. Maker,B. Maker, "));
        assertEquals(List.of("Maker, A.", "Maker, B."), authors("Maker, A.; Maker, B."));
        assertEquals(List.of("A. Maker"), authors("A. Maker"));
        assertEquals(List.of(), authors(" ;"));
    }

    @Test
    void whatIsBlankIsNotSaid() {
        assertEquals(About.NOTHING, new AboutFields("", null, " ").about());
        About said = new AboutFields(" For nuclei. ", "", " MIT ").about();
        assertEquals(Optional.of("For nuclei."), said.description());
        assertEquals(Optional.of("MIT"), said.licence());
    }

    @Test
    void aLicenceHasAnIdentifier() {
        AboutFields fields = new AboutFields("", "", "my own");
        assertEquals(
                "'my own' is no SPDX identifier of a licence, such as CC-BY-4.0.",
                assertThrows(IllegalArgumentException.class, fields::about).getMessage());
    }

    private static List<String> authors(String text) {
        return new AboutFields("", text, "").about().authors();
    }
}
