package io.github.csscallback.cli;

import io.github.csscallback.client.credentials.CredentialsProvider;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs the program inside the test, with an environment and streams of its own. */
final class Cli {

    /** What a run left behind. */
    record Run(int status, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }

        String everything() {
            return out + err;
        }
    }

    private final Map<String, String> environment = new HashMap<>();
    private byte[] input = {};
    private boolean terminal;

    Cli key(String keys) {
        return variable(KeyOptions.VARIABLE, keys);
    }

    Cli variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Cli input(byte[] bytes) {
        input = bytes;
        return this;
    }

    Cli onTerminal() {
        terminal = true;
        return this;
    }

    Run run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                args);
        return new Run(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    int run(PrintStream out, PrintStream err, String... args) {
        Surroundings surroundings = new Surroundings(
                new ByteArrayInputStream(input),
                out,
                err,
                environment::get,
                CredentialsProvider.environment(environment),
                terminal);
        return CssCallback.commandLine(surroundings).execute(args);
    }
}
