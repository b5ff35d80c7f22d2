package io.github.csscallback.cli.input;

import io.github.csscallback.cli.convert.FileConverter;
import io.github.csscallback.cli.process.CliEnvironment;
import io.github.csscallback.cli.process.WrongUsageException;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.signature.CallbackKeys;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where callback keys come from: the options, a file and the environment together. */
public final class KeyOptions {

    public static final String VARIABLE = "CSS_CALLBACK_KEY";

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description =
                    "A callback key, as in the callback template; repeatable, for the time of a key change. Better set"
                            + " " + VARIABLE
                            + " or use --key-file: everybody on this machine can see the arguments of a"
                            + " process, and your shell writes them to its history.")
    private List<String> keys = new ArrayList<>();

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            converter = FileConverter.class,
            description =
                    "A file with one callback key a line. Keys add up: those of --key come first, then those of the"
                            + " file, then those of " + VARIABLE + " (several comma-separated).")
    private @Nullable Path file;

    /** The keys for a command that cannot do without. */
    public CallbackKeys required(CliEnvironment environment) {
        List<CallbackKey> found = read(environment);
        if (found.isEmpty()) {
            throw new WrongUsageException("no callback key: set " + VARIABLE
                    + " to the key of your callback template (several: comma-separated), or give --key-file FILE. A"
                    + " template without a key has its packets sent unsigned: give it one with css-callback template"
                    + " modify ID --callback-key-file FILE");
        }
        try {
            return CallbackKeys.of(found);
        } catch (IllegalArgumentException e) {
            throw WrongUsageException.of(e);
        }
    }

    /**
     * The keys of all sources, perhaps none. They add up, so that during a rotation the old key may stay where it is; a key
     * that several sources name is one key.
     */
    public List<CallbackKey> read(CliEnvironment environment) {
        List<CallbackKey> found = new ArrayList<>(callbackKeys("--key", keys));
        if (keys.stream().anyMatch(key -> key.contains(","))) {
            environment
                    .err()
                    .println(
                            "note: --key takes one key, and the one given holds a comma; for two keys, give --key twice");
        }
        if (file != null) {
            addNew(found, callbackKeys("--key-file " + file, linesOf(file)));
        }
        addNew(found, callbackKeys(VARIABLE, textsOf(environment.variable(VARIABLE))));
        return found;
    }

    private static void addNew(List<CallbackKey> found, List<CallbackKey> more) {
        List<CallbackKey> unknown = new ArrayList<>(more);
        unknown.removeAll(found);
        found.addAll(unknown);
    }

    /** Names the place of a malformed key: the key itself must not be shown, and there may be many. */
    private static List<CallbackKey> callbackKeys(String source, List<String> texts) {
        List<CallbackKey> found = new ArrayList<>();
        for (String text : texts) {
            try {
                found.add(CallbackKey.of(text));
            } catch (IllegalArgumentException e) {
                String place = texts.size() == 1 ? "" : ", key " + (found.size() + 1) + " of " + texts.size();
                throw WrongUsageException.of(source + place, e);
            }
        }
        return found;
    }

    private static List<String> textsOf(@Nullable String variable) {
        return variable == null || variable.isBlank()
                ? List.of()
                : Stream.of(variable.split(",", -1)).map(String::strip).toList();
    }

    private static List<String> linesOf(Path file) {
        List<String> lines = InputFiles.text(InputFiles.readFile(file), file)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (lines.isEmpty()) {
            throw new WrongUsageException(
                    "--key-file " + file + ": there is no key in it; write one callback key a line");
        }
        return lines;
    }
}
