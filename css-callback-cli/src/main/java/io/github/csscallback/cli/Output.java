package io.github.csscallback.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Supplier;

/**
 * Where a command says things: results on standard output, as one JSON value a line or as text, everything else on
 * standard error. Safe for use by several threads; lines do not mix.
 */
final class Output {

    private final Surroundings surroundings;
    private final boolean json;

    Output(Surroundings surroundings, boolean json) {
        this.surroundings = surroundings;
        this.json = json;
    }

    /** A result, in the form that was asked for. */
    void result(ObjectNode value, Supplier<String> text) {
        print(json ? value.toString() : text.get());
    }

    /** Words between results that a program has no use for. */
    void heading(String text) {
        if (!json) {
            print(text);
        }
    }

    /** Progress, hints and complaints: one line for people. */
    void say(String line) {
        surroundings.err().println(line);
    }

    /** Text in a colour, if there are any: a style of picocli, for example {@code green}. */
    String coloured(String style, String text) {
        return Style.of(surroundings, style, text);
    }

    private synchronized void print(String text) {
        surroundings.out().println(text);
        if (surroundings.out().checkError()) {
            throw new CommandFailure("standard output is closed: nobody reads the results");
        }
    }
}
