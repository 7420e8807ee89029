package io.github.noise2clean.exchange;

import io.github.noise2clean.model.About;
import io.github.noise2clean.model.ModelCard;
import io.github.noise2clean.model.PackageFiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What descriptions of all versions say alike: what the model is, not how it is run. */
record RdfHead(Contents contents) {

    private static final String HOME = "https://github.com/noise2clean/noise2clean";
    private static final int SHORTEST_NAME = 5;
    private static final int LONGEST_NAME = 64;

    Map<String, Object> map() {
        ModelCard card = card();
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("format_version", contents.version().format());
        head.put("type", "model");
        head.put("name", name(card.name()));
        head.put("description", Documentation.description(contents.model()));
        head.put("authors", authors());
        head.put("cite", citations());
        card.about().licence().ifPresent(licence -> head.put("license", licence));
        card.about().created().ifPresent(time -> head.put("timestamp", time));
        head.put("tags", tags());
        head.put("git_repo", HOME);
        head.put("documentation", PackageFiles.DOCUMENTATION);
        head.put("covers", List.of(PackageFiles.COVER));
        return head;
    }

    /**
     * What only this program reads, and the hashes of those files of which the description has no
     * other.
     */
    Map<String, Object> ownConfig(List<String> files) {
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("architecture", card().architecture());
        config.put("normalization", card().normalization().toString());
        config.put("input", contents.processing().isDescribed() ? "grey" : "normalized");
        config.put("output", contents.processing().isUndone() ? "grey" : "normalized");
        config.put("program", card().program());
        config.put("files", files.stream().map(contents::reference).toList());
        return config;
    }

    /** Of letters that all programs take. */
    static String name(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9_+\\- ()]", "_");
        if (plain.length() < SHORTEST_NAME) plain += " denoiser";
        return plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
    }

    private ModelCard card() {
        return contents.model().card();
    }

    private List<Map<String, Object>> authors() {
        return card().about().authors().stream()
                .map(author -> Map.<String, Object>of("name", author))
                .toList();
    }

    private List<Map<String, Object>> citations() {
        List<About.Citation> citations = new ArrayList<>(card().about().citations());
        citations.add(new About.Citation("Noise2Clean for Fiji", HOME));
        return citations.stream().map(RdfHead::citation).toList();
    }

    private static Map<String, Object> citation(About.Citation citation) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("text", citation.text());
        map.put("url", citation.url());
        return map;
    }

    private List<String> tags() {
        String dimensions = contents.model().graph().dimensions() + "d";
        return List.of("denoising", "image-restoration", dimensions, "pytorch", "fiji");
    }
}
