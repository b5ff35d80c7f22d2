package io.github.csscallback.cli.verify;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.csscallback.cli.convert.FileConverter;
import io.github.csscallback.cli.convert.InstantConverter;
import io.github.csscallback.cli.input.InputFiles;
import io.github.csscallback.cli.input.KeyOptions;
import io.github.csscallback.cli.output.Output;
import io.github.csscallback.cli.output.OutputOptions;
import io.github.csscallback.cli.process.CliEnvironment;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code css-callback verify}: what the receiver would say of a packet. */
@Command(
        name = "verify",
        header = "Say whether a packet is genuine, and why.",
        description = {
            "",
            "Verifies one packet as the receiver does: VALID, ABSENT (no t and no sign), MALFORMED, MISMATCH"
                    + " (another key), EXPIRED (t passed over 10 minutes ago), NOT_YET_VALID (t over 15 minutes away) or"
                    + " UNREADABLE (not one well-formed packet). Exit status 0 for VALID only.",
            ""
        })
public final class VerifyCommand implements Callable<Integer> {

    private final CliEnvironment environment;

    @Mixin
    private final KeyOptions keys = new KeyOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            converter = InstantConverter.class,
            description =
                    "Verify as if it were this time, for example 2026-03-14T09:26:53Z, for packets kept in a file.")
    private @Nullable Instant at;

    @Parameters(paramLabel = "FILE", converter = FileConverter.class, description = "The packet; - for standard input.")
    private Path file = Path.of("-");

    public VerifyCommand(CliEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        PacketVerifier verifier = new PacketVerifier(
                keys.required(environment), at == null ? Clock.systemUTC() : Clock.fixed(at, ZoneOffset.UTC));
        PacketVerifier.Result found = verifier.verify(InputFiles.read(file, environment));
        Output out = output.in(environment);
        out.result(json(found), () -> text(found, out));
        if (!found.valid()) {
            out.say("not genuine, " + found.kind() + ": " + found.why());
        }
        return found.valid() ? 0 : 1;
    }

    private static ObjectNode json(PacketVerifier.Result found) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("result", found.kind())
                .put("why", found.why())
                .put("key", found.keyLabel())
                .put("t", found.t() == null ? null : found.t().toString())
                .put("at", found.at().toString());
    }

    private static String text(PacketVerifier.Result found, Output out) {
        String kind = out.coloured(found.valid() ? "green" : "red", found.kind());
        String key = found.keyLabel() == null ? "" : ", signed with " + found.keyLabel();
        String t = found.t() == null ? "" : ", t " + found.t();
        return kind + key + t + ", verified at " + found.at();
    }
}
