package io.github.noise2clean.model;

import java.util.Optional;

/** The version of this program, as its jar names it. */
public final class ProgramVersion {

    private ProgramVersion() {}

    /** Such as "1.2.0"; "development" where the program does not run from its jar. */
    public static String text() {
        return Optional.ofNullable(ProgramVersion.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
