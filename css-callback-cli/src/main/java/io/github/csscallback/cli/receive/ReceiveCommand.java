package io.github.csscallback.cli.receive;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.csscallback.cli.convert.EventTypeConverter;
import io.github.csscallback.cli.convert.LocalAddressConverter;
import io.github.csscallback.cli.input.KeyOptions;
import io.github.csscallback.cli.output.Output;
import io.github.csscallback.cli.output.OutputOptions;
import io.github.csscallback.cli.process.CliEnvironment;
import io.github.csscallback.cli.process.CommandFailureException;
import io.github.csscallback.cli.process.JdkServerSettings;
import io.github.csscallback.cli.process.UntilStopped;
import io.github.csscallback.cli.process.WrongUsageException;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackKeys;
import io.github.csscallback.receiver.CallbackReceiver;
import io.github.csscallback.receiver.server.CallbackServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code css-callback receive}: runs the receiver and prints what comes. */
@Command(
        name = "receive",
        header = "Receive callbacks and print the events.",
        description = {
            "",
            "Runs the receiver on this machine. The first line on standard output says where it listens; then comes one"
                    + " line (json) or block (text) for each event that is genuine and new. Rejected packets are named"
                    + " on standard error, with the reason and nothing of their content. Ctrl-C stops it.",
            "",
            "The signature does not cover a packet's content: put HTTPS in front and choose a path that nobody guesses.",
            ""
        })
public final class ReceiveCommand implements Callable<Integer> {

    private final CliEnvironment environment;

    @Mixin
    private final KeyOptions keys = new KeyOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "The port, 0 for any free one; ${DEFAULT-VALUE} if not given.")
    private int port;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            converter = LocalAddressConverter.class,
            description =
                    "The address to listen on; 127.0.0.1 if not given, which only this machine reaches. 0.0.0.0 to"
                            + " be reached by CSS.")
    private InetAddress bind = InetAddress.getLoopbackAddress();

    @Option(
            names = "--path",
            paramLabel = "PATH",
            defaultValue = "/css",
            description = "The path to listen on; ${DEFAULT-VALUE} if not given.")
    private String path = "/css";

    @Option(
            names = "--unsigned",
            paramLabel = "TYPE",
            split = ",",
            converter = EventTypeConverter.class,
            completionCandidates = EventTypeConverter.Names.class,
            description =
                    "Also accept this event type without a signature, by name (MonitorEvent) or number; repeatable. CSS"
                            + " sends RelayEvent (314) and MonitorEvent (328) so. Anybody can send such packets: they are"
                            + " marked as not authenticated.")
    private List<EventType> unsigned = new ArrayList<>();

    @Option(
            names = "--reveal",
            description =
                    "Print secret texts, such as the parameters of push addresses, instead of ***, and the members"
                            + " of events of an unknown type instead of their names.")
    private boolean reveal;

    public ReceiveCommand(CliEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        checkPath();
        CallbackKeys callbackKeys = keys.required(environment);
        Output out = output.in(environment);
        UntilStopped running = new UntilStopped();
        ConsoleListener traffic = new ConsoleListener(out, running::giveUp);
        DeliveryPrinter printer = new DeliveryPrinter(out, new EventMembers(reveal), running::giveUp);
        CallbackReceiver.Builder receiver =
                CallbackReceiver.builder().keys(callbackKeys).listener(traffic).otherwise(printer::signed);
        for (EventType type : new LinkedHashSet<>(unsigned)) {
            receiver.onUnsigned(type, printer::unsigned);
            warnOfUnsigned(type, out);
        }
        JdkServerSettings.apply();
        CallbackServer server = start(receiver.build());
        String address = server.uri().toString();
        out.result(
                JsonNodeFactory.instance.objectNode().put("listening", address),
                () -> "listening on " + out.coloured("bold", address) + ", Ctrl-C stops");
        running.await(() -> {
            server.close();
            out.say("stopped: " + traffic.summary());
        });
        return 0;
    }

    /** A path that no request can have would be waited at for ever. */
    private void checkPath() {
        try {
            if (path.equals(new URI("http://localhost" + path).getRawPath())) {
                return;
            }
        } catch (URISyntaxException e) {
            // reported below, in the words of the command line
        }
        throw new WrongUsageException(
                "--path must be as in an address: begin with /, have no blank and no query; for example /css");
    }

    private static void warnOfUnsigned(EventType type, Output out) {
        out.say("note: " + type.recordName() + " (" + type.number()
                + ") is accepted without a signature, so anybody can send it"
                + (type.isSigned() ? "; only 314 and 328 are known to have none" : ""));
    }

    private CallbackServer start(CallbackReceiver receiver) {
        try {
            return CallbackServer.builder(receiver)
                    .port(port)
                    .bind(bind)
                    .path(path)
                    .closeTimeout(Duration.ofSeconds(2))
                    .start();
        } catch (IllegalArgumentException e) {
            throw WrongUsageException.of(e);
        } catch (UncheckedIOException e) {
            throw new CommandFailureException(e.getMessage()
                    + (isOfThisMachine(bind)
                            ? "; choose another with --port, or 0 for any free one"
                            : "; it is not an address of this machine: name one of its own with --bind, or 0.0.0.0 for"
                                    + " all of them"));
        }
    }

    /** Whether any port of it can be listened on. The words of the failure will not do: they differ by system. */
    private static boolean isOfThisMachine(InetAddress address) {
        try (ServerSocket socket = new ServerSocket(0, 1, address)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
