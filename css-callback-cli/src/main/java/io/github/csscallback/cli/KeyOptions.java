package io.github.csscallback.cli;

import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.signature.CallbackKeys;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where callback keys come from: the options, else the environment. */
final class KeyOptions {

    static final String VARIABLE = "CSS_CALLBACK_KEY";

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description =
                    "A callback key, as in the callback template; repeatable, for the time of a rotation. Better set"
                            + " " + VARIABLE
                            + " or use --key-file: everybody on this machine can see the arguments of a"
                            + " process, and your shell writes them to its history.")
    private List<String> keys = new ArrayList<>();

    @Option(names = "--key-file", paramLabel = "FILE", description = "A file with one callback key a line.")
    private @Nullable Path file;

    /** The keys for a command that cannot do without. */
    CallbackKeys required(Surroundings surroundings) {
        List<CallbackKey> found = read(surroundings);
        if (found.isEmpty()) {
            throw new WrongUsage("no callback key: set " + VARIABLE + " to the key of your callback template (several:"
                    + " comma-separated), or give --key-file FILE");
        }
        try {
            return CallbackKeys.of(found);
        } catch (IllegalArgumentException e) {
            throw WrongUsage.of(e);
        }
    }

    /** The keys in the order given, perhaps none. */
    List<CallbackKey> read(Surroundings surroundings) {
        List<CallbackKey> found = new ArrayList<>();
        try {
            for (String text : texts(surroundings)) {
                found.add(CallbackKey.of(text));
            }
        } catch (IllegalArgumentException e) {
            throw WrongUsage.of(e);
        }
        return found;
    }

    private List<String> texts(Surroundings surroundings) {
        List<String> texts = new ArrayList<>(keys);
        if (file != null) {
            texts.addAll(linesOf(file));
        }
        String variable = surroundings.environment().apply(VARIABLE);
        if (texts.isEmpty() && file == null && variable != null && !variable.isBlank()) {
            for (String text : variable.split(",", -1)) {
                texts.add(text.strip());
            }
        }
        return texts;
    }

    private static List<String> linesOf(Path file) {
        return InputFiles.text(InputFiles.readFile(file), file)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
