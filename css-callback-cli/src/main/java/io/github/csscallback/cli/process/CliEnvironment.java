package io.github.csscallback.cli.process;

import io.github.csscallback.client.credentials.CredentialsProvider;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a command may touch of the process it runs in; tests give it another one.
 *
 * @param in standard input
 * @param out standard output, for results
 * @param err standard error, for everything else
 * @param environment the value of an environment variable, or null
 * @param credentials the user's, for the management API
 * @param terminal whether a person reads standard output
 */
public record CliEnvironment(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Function<String, @Nullable String> environment,
        CredentialsProvider credentials,
        boolean terminal) {

    private static final int DEFAULT_COLUMNS = 80;
    private static final int NARROWEST = 60;
    private static final int WIDEST = 140;

    /** Those of this process. JSON is UTF-8 whatever the locale, so the streams are ours. */
    public static CliEnvironment ofThisProcess() {
        return new CliEnvironment(
                System.in,
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                System::getenv,
                CredentialsProvider.defaultChain(),
                StandardOutput.isTerminal());
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /** The width of the terminal as the starting script measured it, within what is comfortable to read. */
    public int columns() {
        String columns = variable("COLUMNS");
        return columns == null || !columns.matches("[0-9]{1,5}")
                ? DEFAULT_COLUMNS
                : Math.max(NARROWEST, Math.min(WIDEST, Integer.parseInt(columns)));
    }

    /** The value of an environment variable, or null. */
    public @Nullable String variable(String name) {
        return environment.apply(name);
    }

    /** Whether to colour: only for a person, and not for one who asks for none (see no-color.org). */
    public boolean colours() {
        String noColor = variable("NO_COLOR");
        return terminal && (noColor == null || noColor.isEmpty()) && !"dumb".equals(variable("TERM"));
    }
}
