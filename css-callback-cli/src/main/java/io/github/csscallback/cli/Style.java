package io.github.csscallback.cli;

import picocli.CommandLine.Help.Ansi;

/** Colours, where there are any. */
final class Style {

    private Style() {}

    static Ansi ansi(Surroundings surroundings) {
        return surroundings.colours() ? Ansi.ON : Ansi.OFF;
    }

    /** Ends by the reset of everything: the end of bold alone is double underlining on many terminals. */
    static String of(Surroundings surroundings, String style, String text) {
        return surroundings.colours() ? Ansi.Style.on(Ansi.Style.parse(style)) + text + Ansi.Style.reset.off() : text;
    }
}
