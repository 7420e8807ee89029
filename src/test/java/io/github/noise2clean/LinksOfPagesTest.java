package io.github.noise2clean;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** No link of a page leads nowhere. */
class LinksOfPagesTest {

    private record Link(Path page, String target) {

        Path file() {
            String name = target.replaceFirst("#.*", "");
            return name.isEmpty() ? page : page.resolveSibling(name).normalize();
        }

        String anchor() {
            return target.replaceFirst("[^#]*#?", "");
        }
    }

    @Test
    void everyPageAndPictureExists() throws IOException {
        assertEquals(List.of(), local(link -> !Files.isRegularFile(link.file())));
    }

    @Test
    void everyAnchorIsThatOfAHeading() throws IOException {
        assertEquals(
                List.of(),
                local(
                        link ->
                                !link.anchor().isEmpty()
                                        && !Page.read(link.file())
                                                .anchors()
                                                .contains(link.anchor())));
    }

    @Test
    void everyPictureIsShownSomewhere() throws IOException {
        Set<Path> shown = local(link -> true).stream().map(Link::file).collect(Collectors.toSet());
        try (var pictures = Files.list(Path.of("src", "site", "resources", "images"))) {
            assertEquals(List.of(), pictures.filter(file -> !shown.contains(file)).toList());
        }
    }

    private static List<Link> local(Predicate<Link> wanted) throws IOException {
        return Page.all().stream()
                .flatMap(page -> page.links().stream().map(to -> new Link(page.file(), to)))
                .filter(link -> !link.target().startsWith("https://"))
                .filter(wanted)
                .toList();
    }
}
