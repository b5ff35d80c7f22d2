package io.github.csscallback.cli.output;

import io.github.csscallback.cli.process.CliEnvironment;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How results are printed. */
public final class OutputOptions {

    /** The forms, named as a user types them. */
    public enum Form {
        json,
        text
    }

    @Option(
            names = "--output",
            paramLabel = "FORM",
            description = "How results are printed on standard output: ${COMPLETION-CANDIDATES}. Without it: text on a"
                    + " terminal, otherwise json, one value a line.")
    private @Nullable Form form;

    public Output in(CliEnvironment environment) {
        return new Output(environment, form == null ? !environment.terminal() : form == Form.json);
    }
}
