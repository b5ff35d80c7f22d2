package io.github.csscallback.cli.template;

import io.github.csscallback.cli.convert.FileConverter;
import io.github.csscallback.cli.input.InputFiles;
import io.github.csscallback.cli.input.KeyOptions;
import io.github.csscallback.cli.process.CliEnvironment;
import io.github.csscallback.cli.process.WrongUsageException;
import io.github.csscallback.core.signature.CallbackKey;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/**
 * The key that a template gets. It is never taken from the environment unasked: the key of another template may be there for
 * the receiver, and a change of key would go unnoticed.
 */
public final class TemplateKeyOptions {

    @ArgGroup
    private @Nullable Source source;

    /** Where it is. */
    static final class Source {

        @Option(
                names = "--callback-key",
                paramLabel = "KEY",
                required = true,
                description = "The key with which CSS signs. Better use --callback-key-file or --callback-key-env:"
                        + " everybody on this machine can see the arguments of a process, and your shell writes them to"
                        + " its history.")
        private @Nullable String key;

        @Option(
                names = "--callback-key-file",
                paramLabel = "FILE",
                converter = FileConverter.class,
                required = true,
                description = "The key is in this file, - for standard input.")
        private @Nullable Path file;

        @Option(
                names = "--callback-key-env",
                paramLabel = "NAME",
                required = true,
                description = "The key is in this environment variable, for example " + KeyOptions.VARIABLE
                        + "; of several, comma-separated, the first.")
        private @Nullable String variable;

        /** Which of the options it is. */
        private String option() {
            return key != null ? "--callback-key" : file != null ? "--callback-key-file" : "--callback-key-env";
        }
    }

    boolean isGiven() {
        return source != null;
    }

    Optional<CallbackKey> read(CliEnvironment environment) {
        if (source == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(CallbackKey.of(text(source, environment)));
        } catch (IllegalArgumentException e) {
            throw WrongUsageException.of(source.option(), e);
        }
    }

    private static String text(Source source, CliEnvironment environment) {
        if (source.key != null) {
            return source.key;
        }
        if (source.file != null) {
            return InputFiles.text(InputFiles.read(source.file, environment), source.file)
                    .strip();
        }
        String name = source.variable == null ? "" : source.variable;
        String value = environment.variable(name);
        if (value == null || value.isBlank()) {
            throw new WrongUsageException("the environment variable that --callback-key-env names is not set");
        }
        return value.split(",", -1)[0].strip();
    }
}
