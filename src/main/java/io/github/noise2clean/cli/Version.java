package io.github.noise2clean.cli;

import io.github.noise2clean.model.ProgramVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
public final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"noise2clean " + ProgramVersion.text()};
    }
}
