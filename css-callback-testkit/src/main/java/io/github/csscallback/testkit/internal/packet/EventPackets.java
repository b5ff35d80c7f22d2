package io.github.csscallback.testkit.internal.packet;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.testkit.SamplePacket;
import io.github.csscallback.testkit.SamplePackets;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the packets of events: the complete sample of the type with the names of the stream, the time, and identifying
 * members that no other event has, so that no two events have the same idempotency key.
 */
public final class EventPackets {

    private static final String CLIPS = "http://clips.example.com/";

    private final Identifiers ids;
    private final Duration pushExceptionLimit;

    /**
     * @param ids the source of identifying members
     * @param pushExceptionLimit the response timeout of a 321, which is the {@code timeout} of its packet
     */
    public EventPackets(Identifiers ids, Duration pushExceptionLimit) {
        this.ids = ids;
        this.pushExceptionLimit = pushExceptionLimit;
    }

    /** A new id of a push session, nineteen digits. */
    public String newSequence() {
        return ids.digits();
    }

    /**
     * The unsigned packet of a begin event.
     *
     * @param sequence the id of the push session
     */
    public SamplePacket streamBegin(StreamName stream, String sequence, Instant at) {
        return placed(EventType.STREAM_BEGIN, stream, at).with("sequence", sequence);
    }

    /**
     * The unsigned packet of an end event.
     *
     * @param sequence the id of the push session
     * @param pushed the duration of the push
     * @param at the end of the push
     */
    public SamplePacket streamEnd(StreamName stream, String sequence, Duration pushed, Instant at) {
        return placed(EventType.STREAM_END, stream, at)
                .with("sequence", sequence)
                .with("push_duration", Long.toString(pushed.toMillis()));
    }

    /**
     * The unsigned packet of any event.
     *
     * @param sequence the id of the push session; null if the stream is not live
     * @param address the address that the packet is sent to, for types whose packet contains it; null if it is unknown
     */
    public SamplePacket of(
            EventType type, StreamName stream, @Nullable String sequence, @Nullable URI address, Instant at) {
        SamplePacket packet = placed(type, stream, at);
        return switch (type.number()) {
            case 0, 1 -> packet.with("sequence", newSequence());
            case 321 ->
                packet.with("sequence", sequence == null ? newSequence() : sequence)
                        .with("data_time", ids.millis(at))
                        .with("timeout", pushExceptionLimit.toMillis());
            case 8 ->
                packet.with("mix_session_id", "mix-" + ids.hex(6))
                        .with("stream_list", List.of(stream.name(), "guest-2"));
            case 100 -> recordFile(packet, stream);
            case 332 -> packet.with("seq", ids.digits());
            case 341 -> packet.with("session_id", ids.digits());
            case 200 -> snapshot(packet, stream);
            case 315 -> packet.with("request_id", requestId()).with("seq", 3_600_000_000L + ids.next());
            case 317 -> packet.with("img", "http://pictures.example.com/moderation/" + ids.hex(8) + ".jpg");
            case 314 -> relay(packet, address);
            case 328 ->
                packet.with("event_time", ids.millis(at))
                        .with(
                                "event_msg",
                                "stream [ " + stream.name() + " ] frame rate is less than 10 fps, alarm " + ids.next());
            case 338, 347 -> packet.with("task_id", ids.digits());
            case 343, 344, 345 -> packet.with("transcode_template_id", 100_000 + ids.next());
            case 348 -> packet.with("title", "Three teas, one kettle, part " + ids.next());
            case 349 -> packet.with("items", List.of(highlight(at)));
            default -> packet.with("task_id", ids.digits());
        };
    }

    /** The sample packet with the names of the stream and the time, in the members that the type has. */
    private static SamplePacket placed(EventType type, StreamName stream, Instant at) {
        SamplePacket packet = SamplePackets.of(type).at(at);
        String name = stream.name();
        return switch (type.number()) {
            case 0, 1, 100, 200 ->
                packet.with("app", stream.pushDomain())
                        .with("appname", stream.appName())
                        .with("stream_id", name)
                        .with("channel_id", name);
            case 317 ->
                packet.with("app", stream.pushDomain())
                        .with("appname", stream.appName())
                        .with("streamId", name)
                        .with("channelId", name);
            case 332, 343, 344, 345 ->
                packet.with("domain", stream.pushDomain())
                        .with("appname", stream.appName())
                        .with("stream_id", name);
            case 315 ->
                packet.with("domain", stream.pushDomain())
                        .with("path", stream.appName())
                        .with("stream_id", name)
                        .with("channel_id", name);
            case 8 -> packet.with("domain", stream.pushDomain()).with("path", stream.appName());
            case 338, 347 -> packet.with("stream_id", name).with("channel_id", name);
            case 314, 328 -> packet.with("stream_id", name);
            default ->
                packet.with("domain", stream.pushDomain())
                        .with("path", stream.appName())
                        .with("stream_id", name);
        };
    }

    private SamplePacket recordFile(SamplePacket packet, StreamName stream) {
        String file = ids.digits();
        return packet.with("file_id", file)
                .with("record_file_id", file)
                .with("task_id", ids.digits())
                .with("video_url", "http://vod.example.com/1250009137/" + stream.name() + "/" + file + "/f0.mp4");
    }

    private SamplePacket snapshot(SamplePacket packet, StreamName stream) {
        String picture = "/" + stream.name() + "/screenshot-" + ids.hex(8) + "-1280x720.jpg";
        return packet.with("pic_url", picture).with("pic_full_url", "http://pictures.example.com" + picture);
    }

    private SamplePacket relay(SamplePacket packet, @Nullable URI address) {
        SamplePacket task = packet.with("task_id", ids.digits());
        return address == null ? task : task.with("callback_url", address.toString());
    }

    private String requestId() {
        return String.join("-", ids.hex(4), ids.hex(2), ids.hex(2), ids.hex(2), ids.hex(6));
    }

    private Map<String, Object> highlight(Instant at) {
        String clip = ids.hex(8);
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("begin_time", at.getEpochSecond() - 35);
        item.put("end_time", at.getEpochSecond());
        item.put("title", "The first sip");
        item.put("summary", "The host tastes the oolong and is surprised.");
        item.put("video_store_url", CLIPS + clip + ".mp4");
        item.put("cov_img_store_url", CLIPS + clip + ".jpg");
        item.put("key_words", List.of("oolong", "tasting"));
        return item;
    }
}
