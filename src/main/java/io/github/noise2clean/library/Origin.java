package io.github.noise2clean.library;

/** Where a model came from; earlier ones win where two have one name. */
public enum Origin {
    BUNDLED("bundled"),
    FIJI("Fiji"),
    OWN("own");

    private final String word;

    Origin(String word) {
        this.word = word;
    }

    /** For people. */
    @Override
    public String toString() {
        return word;
    }
}
