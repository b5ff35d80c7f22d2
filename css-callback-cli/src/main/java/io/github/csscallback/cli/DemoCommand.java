package io.github.csscallback.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.signature.CallbackKeys;
import io.github.csscallback.receiver.CallbackReceiver;
import io.github.csscallback.receiver.CallbackReceiverBuilder;
import io.github.csscallback.receiver.CallbackServer;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code css-callback demo}: the receiver at work, on this machine alone. */
@Command(
        name = "demo",
        header = "Watch the receiver at work, on this machine, without an account.",
        description = {
            "",
            "Starts a receiver on a free port of 127.0.0.1, posts one made-up packet of every kind to it, then a forged"
                    + " one, a stale one, a repeat and a broken one, and says what became of each. Ends by itself. Exit"
                    + " status 0 if each went as it should and the counts add up.",
            ""
        })
final class DemoCommand implements Callable<Integer> {

    private static final int KEY_BYTES = 16;

    private final Surroundings surroundings;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    DemoCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Output out = output.in(surroundings);
        CallbackKey key = randomKey();
        DemoRecorder recorder = new DemoRecorder();
        DemoTally tally = new DemoTally();
        JdkServerSettings.apply();
        try (CallbackServer server =
                CallbackServer.builder(receiver(key, recorder)).start()) {
            out.heading("A receiver listens on " + server.uri() + " with a key made up for this demo.");
            out.heading("It gets one packet of every kind, then four that must not be handled.");
            out.heading("");
            PacketPoster poster = new PacketPoster(server.uri());
            List<DemoPacket> packets = DemoPacket.all(key, randomKey(), Clock.systemUTC());
            for (DemoPacket packet : packets) {
                PacketPoster.Answer answer = poster.post(packet.bytes());
                DemoRecorder.Noted noted = recorder.take();
                tally.add(packet, answer.status(), noted);
                print(tally.posted(), packet, answer.status(), noted, out);
            }
        }
        tally.handlerCalls(recorder.handlerCalls());
        out.heading("");
        out.result(tally.json(), tally::text);
        if (!tally.addsUp()) {
            out.say("the demo did not go as it should: " + tally.complaint());
            return 1;
        }
        return 0;
    }

    private static CallbackReceiver receiver(CallbackKey key, DemoRecorder recorder) {
        CallbackReceiverBuilder receiver = CallbackReceiver.builder()
                .keys(CallbackKeys.of(key.labelled("demo")))
                .listener(recorder)
                .otherwise(delivery -> recorder.handled(delivery.event()));
        for (EventType type : DemoPacket.UNSIGNED_BY_NATURE) {
            receiver.onUnsigned(type, delivery -> recorder.handled(delivery.event()));
        }
        return receiver.build();
    }

    private static CallbackKey randomKey() {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        return CallbackKey.of(HexFormat.of().formatHex(random));
    }

    private static void print(int n, DemoPacket packet, int status, DemoRecorder.Noted noted, Output out) {
        boolean right =
                packet.expected() == noted.kind() && status == noted.kind().status();
        ObjectNode line = JsonNodeFactory.instance
                .objectNode()
                .put("post", n)
                .put("packet", packet.name())
                .put("event_type", packet.type().number())
                .put("status", status)
                .put("outcome", noted.kind().name())
                .put("record", noted.record())
                .put("stream_id", noted.stream() == null ? null : noted.stream().name())
                .put("why", noted.why())
                .put("as_expected", right);
        out.result(
                line,
                () -> String.format(
                        Locale.ROOT,
                        "%2d  %s %s  %s  %s%s",
                        n,
                        EventText.padded(packet.name(), 42),
                        EventText.padded("(" + packet.type().number() + ")", 5),
                        out.coloured(
                                status == 200 ? "green" : "yellow",
                                status + " " + EventText.padded(noted.kind().name(), 10)),
                        noted.stream() == null ? noted.why() : noted.record() + " " + EventText.of(noted.stream()),
                        right ? "" : out.coloured("red", "  EXPECTED " + packet.expected())));
    }
}
