package io.github.csscallback.testkit;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.signature.CallbackSigner;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One packet to test with, from {@link SamplePackets}. Immutable: each change gives a new packet; members keep their order.
 * Safe for use by several threads.
 */
public final class SamplePacket {

    private final EventType type;
    private final Map<String, @Nullable Object> members;

    private SamplePacket(EventType type, Map<String, @Nullable Object> members) {
        this.type = type;
        this.members = members;
    }

    static SamplePacket of(EventType type, SampleMembers first, SampleMembers others) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(first.asMap());
        all.putAll(others.asMap());
        return new SamplePacket(type, all);
    }

    /**
     * With a member set, in its place if it was there, else at the end. Names that nobody documents are fine: CSS sends
     * such too.
     *
     * @param name the member's name
     * @param value a String, Boolean, Integer, Long, other number of the JDK that is finite, List or Map of these, or null
     *     for JSON's {@code null}; copied
     * @return the changed packet
     * @throws IllegalArgumentException if the value is of another type, or a map's key is not a String
     */
    public SamplePacket with(String name, @Nullable Object value) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(members);
        changed.put(name, JsonValues.copy(name, value));
        return new SamplePacket(type, changed);
    }

    /**
     * Without a member.
     *
     * @param name the member's name
     * @return the changed packet
     * @throws IllegalArgumentException if there is no such member, since a test that removes nothing tests nothing
     */
    public SamplePacket without(String name) {
        if (!members.containsKey(name)) {
            throw new IllegalArgumentException(
                    "the packet of " + type + " has no member " + name + "; it has " + members.keySet());
        }
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(members);
        changed.remove(name);
        return new SamplePacket(type, changed);
    }

    /**
     * With its times moved, all by the same span, so that the latest of them is the given one: a packet about something
     * that has just happened. Times are what the members that are documented as Unix times hold, in seconds or
     * milliseconds as each is, also inside objects and lists; {@code t} is none of them.
     *
     * @param latest the time of the latest; what is below a second is dropped where a member holds seconds
     * @return the changed packet; the same if it holds no time
     */
    public SamplePacket at(Instant latest) {
        return new SamplePacket(type, SampleTimes.moved(members, latest));
    }

    /**
     * With {@code t} and {@code sign} as CSS makes them. The signature covers {@code t} alone, so it holds whatever else
     * you change.
     *
     * @param key the callback key
     * @param t when the packet expires; what is below a second is dropped. CSS sends now + 600 s
     * @return the signed packet
     * @throws IllegalArgumentException if {@code t} lies before 1970
     */
    public SamplePacket signedWith(CallbackKey key, Instant t) {
        return with("t", t.getEpochSecond()).with("sign", CallbackSigner.sign(key, t));
    }

    /**
     * The packet as CSS posts it.
     *
     * @return JSON in UTF-8, a new array for every call
     */
    public byte[] bytes() {
        return json().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The packet as text.
     *
     * @return JSON without white space
     */
    public String json() {
        return JsonText.of(members);
    }

    /**
     * The kind and the members' names; no value, since {@code stream_param} and others look like secrets.
     *
     * @return for example {@code SamplePacket[100 RecordEvent, [event_type, appid, ...]]}
     */
    @Override
    public String toString() {
        return "SamplePacket[" + type + ", " + members.keySet() + "]";
    }
}
