package io.github.csscallback.cli.testing;

import io.github.csscallback.cli.CssCallback;
import io.github.csscallback.cli.input.KeyOptions;
import io.github.csscallback.cli.process.CliEnvironment;
import io.github.csscallback.client.credentials.CredentialsProvider;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs the program inside the test, with an environment and streams of its own. */
public final class Cli {

    /** What a run left behind. */
    public record Run(int status, String out, String err) {
        public List<String> lines() {
            return out.lines().toList();
        }

        public String everything() {
            return out + err;
        }
    }

    private final Map<String, String> environment = new HashMap<>();
    private byte[] input = {};
    private boolean terminal;

    public Cli key(String keys) {
        return variable(KeyOptions.VARIABLE, keys);
    }

    public Cli variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    public Cli input(byte[] bytes) {
        input = bytes;
        return this;
    }

    public Cli onTerminal() {
        terminal = true;
        return this;
    }

    public Run run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                args);
        return new Run(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    public int run(PrintStream out, PrintStream err, String... args) {
        CliEnvironment cli = new CliEnvironment(
                new ByteArrayInputStream(input),
                out,
                err,
                environment::get,
                CredentialsProvider.environment(environment),
                terminal);
        return CssCallback.run(cli, args);
    }
}
