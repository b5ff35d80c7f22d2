package io.github.csscallback.receiver;

import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.signature.CallbackSigner;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The text of one packet: members in order, values as JSON. Immutable. */
public record TestPacket(Map<String, String> members) {

    /** When the packets are sent; also the time at which the clocks of the tests start. */
    public static final Instant SENT_AT = Instant.parse("2026-01-01T00:00:00Z");

    public static final CallbackKey KEY = CallbackKey.of("Key0123456789abcdef", "current");
    private static final Duration VALIDITY = Duration.ofMinutes(10);

    public static TestPacket ofType(int eventType) {
        return new TestPacket(Map.of()).with("event_type", eventType);
    }

    /** A stream pushed in the session that {@code sequence} names, not signed yet. */
    public static TestPacket streamBegin(String sequence) {
        return ofType(1)
                .with("appid", 1250000000)
                .with("app", "push.example.com")
                .with("appname", "live")
                .with("stream_id", "stream-1")
                .with("sequence", sequence);
    }

    /** As {@link #streamBegin}, signed with {@link #KEY} as if sent at {@link #SENT_AT}. */
    public static TestPacket genuine(String sequence) {
        return streamBegin(sequence).signed();
    }

    public TestPacket with(String name, String text) {
        return withJson(name, "\"" + text + "\"");
    }

    public TestPacket with(String name, long number) {
        return withJson(name, Long.toString(number));
    }

    public TestPacket withJson(String name, String json) {
        Map<String, String> more = new LinkedHashMap<>(members);
        more.put(name, json);
        return new TestPacket(more);
    }

    public TestPacket without(String name) {
        Map<String, String> fewer = new LinkedHashMap<>(members);
        fewer.remove(name);
        return new TestPacket(fewer);
    }

    public TestPacket signed() {
        return signed(KEY, SENT_AT);
    }

    public TestPacket signed(CallbackKey key, Instant sentAt) {
        return signedFor(key, sentAt.plus(VALIDITY));
    }

    public TestPacket signedFor(CallbackKey key, Instant t) {
        return with("t", t.getEpochSecond()).with("sign", CallbackSigner.sign(key, t));
    }

    public byte[] bytes() {
        return members.entrySet().stream()
                .map(member -> "\"" + member.getKey() + "\":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"))
                .getBytes(StandardCharsets.UTF_8);
    }

    public CallbackRequest request() {
        return CallbackRequest.post("/css", bytes());
    }
}
