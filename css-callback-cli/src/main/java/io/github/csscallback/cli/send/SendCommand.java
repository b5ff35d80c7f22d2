package io.github.csscallback.cli.send;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.csscallback.cli.convert.EventTypeConverter;
import io.github.csscallback.cli.convert.FileConverter;
import io.github.csscallback.cli.convert.UrlConverter;
import io.github.csscallback.cli.input.InputFiles;
import io.github.csscallback.cli.input.KeyOptions;
import io.github.csscallback.cli.output.Output;
import io.github.csscallback.cli.output.OutputOptions;
import io.github.csscallback.cli.output.TextFormat;
import io.github.csscallback.cli.process.CliEnvironment;
import io.github.csscallback.cli.process.WrongUsageException;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.testkit.SamplePackets;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code css-callback send}: posts a packet as CSS does. */
@Command(
        name = "send",
        header = "Sign a packet and post it to one address.",
        description = {
            "",
            "Posts a sample packet, or one of yours, with a fresh t (now + 10 minutes) and its sign. With"
                    + " several keys the first one signs. Exit status 0 if every response was 200, the only one that"
                    + " stops CSS from trying again.",
            ""
        })
public final class SendCommand implements Callable<Integer> {

    /** How long after sending CSS lets a packet expire. */
    private static final Duration VALIDITY = Duration.ofMinutes(10);

    private final CliEnvironment environment;

    @Mixin
    private final KeyOptions keys = new KeyOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Option(
            names = "--to",
            paramLabel = "URL",
            converter = UrlConverter.class,
            required = true,
            description = "The one address, http or https.")
    @SuppressWarnings("NullAway.Init") // picocli sets it, since it is required
    private URI to;

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // picocli sets it, since one of its options is required
    private Source source;

    @Option(
            names = "--unsigned",
            description =
                    "Send without t and sign, as CSS does for RelayEvent (314) and MonitorEvent (328), or where the"
                            + " template has no key.")
    private boolean unsigned;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "How many times to post it, ${DEFAULT-VALUE} if not given, each time with a fresh t and sign. A"
                            + " receiver takes all but the first for duplicates.")
    private int count;

    /** What to send. */
    public static final class Source {

        @Option(
                names = "--event",
                paramLabel = "NAME",
                required = true,
                converter = EventTypeConverter.class,
                completionCandidates = EventTypeConverter.Names.class,
                description = "A sample packet of this event type, by name (RecordEvent) or number.")
        private @Nullable EventType event;

        @Option(
                names = "--packet",
                paramLabel = "FILE",
                converter = FileConverter.class,
                required = true,
                description = "The packet in this file, - for standard input.")
        private @Nullable Path packet;
    }

    public SendCommand(CliEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        checkAddress();
        if (count < 1) {
            throw new WrongUsageException("--count must be at least 1");
        }
        CallbackKey key = signingKey();
        OutgoingPacket packet = packet();
        Output out = output.in(environment);
        PacketPoster poster = new PacketPoster(to);
        int settled = 0;
        int last = 200;
        for (int n = 1; n <= count; n++) {
            PacketPoster.Response response =
                    poster.post(packet.signedWith(key, Instant.now().plus(VALIDITY)));
            print(n, response, out);
            settled += response.status() == 200 ? 1 : 0;
            last = response.status() == 200 ? last : response.status();
        }
        if (settled < count) {
            out.say(count - settled + " of " + count + " without a response of 200, so CSS would try again. "
                    + hint(last, unsigned));
        }
        return settled == count ? 0 : 1;
    }

    private void checkAddress() {
        boolean http = "http".equalsIgnoreCase(to.getScheme()) || "https".equalsIgnoreCase(to.getScheme());
        if (!http || to.getHost() == null) {
            throw new WrongUsageException(
                    "--to must be an http or https address, for example http://127.0.0.1:8080/css");
        }
    }

    private @Nullable CallbackKey signingKey() {
        if (unsigned) {
            return null;
        }
        List<CallbackKey> found = keys.read(environment);
        if (found.isEmpty()) {
            throw new WrongUsageException("no callback key to sign with: set " + KeyOptions.VARIABLE
                    + " or give --key-file FILE; or" + " send without a signature: --unsigned");
        }
        return found.get(0);
    }

    private OutgoingPacket packet() {
        if (source.event != null) {
            return OutgoingPacket.of(SamplePackets.of(source.event).bytes());
        }
        return OutgoingPacket.of(InputFiles.read(source.packet == null ? Path.of("-") : source.packet, environment));
    }

    private static void print(int n, PacketPoster.Response response, Output out) {
        double millis = Math.round(response.time().toNanos() / 10_000.0) / 100.0;
        out.result(
                JsonNodeFactory.instance
                        .objectNode()
                        .put("post", n)
                        .put("status", response.status())
                        .put("millis", millis)
                        .put("body", response.body()),
                () -> String.format(
                        Locale.ROOT,
                        "%d  %s  %.1f ms  %s",
                        n,
                        out.coloured(response.status() == 200 ? "green" : "red", Integer.toString(response.status())),
                        millis,
                        TextFormat.printable(response.body().strip())));
        OptionalLong code = response.status() == 200 ? ResponseCode.in(response.body()) : OptionalLong.empty();
        if (code.orElse(0) != 0) {
            out.say(
                    "the status is 200 but the body has the code " + code.getAsLong()
                            + ": CSS goes by the status and does not send the event again; respond with 500 or 503 if it should");
        }
    }

    private static String hint(int status, boolean unsigned) {
        return switch (status) {
            case 400 -> "400: the receiver cannot read the packet.";
            case 403 ->
                unsigned
                        ? "403: the receiver does not accept this event type without a signature; it must allow them,"
                                + " as css-callback receive does with --unsigned TYPE."
                        : "403: the receiver does not take the signature; compare the keys.";
            case 404 -> "404: nothing is at this path; compare it with the receiver's.";
            case 500 -> "500: the receiver's handler failed; see its log.";
            case 503 -> "503: the receiver is busy or has not finished this one.";
            default ->
                status / 100 == 3
                        ? status + ": a redirect, which CSS is not known to follow."
                        : "See the receiver's log.";
        };
    }
}
