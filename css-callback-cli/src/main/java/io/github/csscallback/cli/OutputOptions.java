package io.github.csscallback.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How results are printed. */
final class OutputOptions {

    /** The forms, named as a user types them. */
    enum Form {
        json,
        text
    }

    @Option(
            names = "--output",
            paramLabel = "FORM",
            description = "How results are printed on standard output: ${COMPLETION-CANDIDATES}. Without it: text on a"
                    + " terminal, otherwise json, one value a line.")
    private @Nullable Form form;

    Output in(Surroundings surroundings) {
        return new Output(surroundings, form == null ? !surroundings.terminal() : form == Form.json);
    }
}
