package io.github.csscallback.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that the jar's manifest tells. */
final class VersionProvider implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = VersionProvider.class.getPackage().getImplementationVersion();
        return new String[] {"css-callback " + (version == null ? "(not packaged)" : version)};
    }
}
