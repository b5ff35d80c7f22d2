package io.github.csscallback.cli.output;

import io.github.csscallback.cli.process.CliEnvironment;
import picocli.CommandLine.Help.Ansi;

/** Colours, where there are any. */
public final class Style {

    private Style() {}

    public static Ansi ansi(CliEnvironment environment) {
        return environment.colours() ? Ansi.ON : Ansi.OFF;
    }

    /** Ends by the reset of everything: the end of bold alone is double underlining on many terminals. */
    public static String of(CliEnvironment environment, String style, String text) {
        return environment.colours() ? Ansi.Style.on(Ansi.Style.parse(style)) + text + Ansi.Style.reset.off() : text;
    }
}
