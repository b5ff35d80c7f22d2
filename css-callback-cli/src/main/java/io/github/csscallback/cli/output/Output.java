package io.github.csscallback.cli.output;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.csscallback.cli.process.CliEnvironment;
import io.github.csscallback.cli.process.CommandFailureException;
import java.util.function.Supplier;

/**
 * The output of a command: results on standard output, as one JSON value a line or as text, everything else on
 * standard error. Safe for use by several threads; lines do not mix.
 */
public final class Output {

    private final CliEnvironment environment;
    private final boolean json;

    public Output(CliEnvironment environment, boolean json) {
        this.environment = environment;
        this.json = json;
    }

    /** A result, in the form that was asked for. */
    public void result(ObjectNode value, Supplier<String> text) {
        print(json ? JsonLine.of(value) : text.get());
    }

    /** Words between results that a program has no use for. */
    public void heading(String text) {
        if (!json) {
            print(text);
        }
    }

    /** Progress, hints and complaints: one line for people. */
    public void say(String line) {
        environment.err().println(line);
    }

    /** Text in a colour, if there are any: a style of picocli, for example {@code green}. */
    public String coloured(String style, String text) {
        return Style.of(environment, style, text);
    }

    private synchronized void print(String text) {
        environment.out().println(text);
        if (environment.out().checkError()) {
            throw CommandFailureException.outputClosed();
        }
    }
}
