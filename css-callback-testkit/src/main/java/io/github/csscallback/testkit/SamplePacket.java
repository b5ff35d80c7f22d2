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
 * A packet for tests, from {@link SamplePackets}. Immutable: each change returns a new packet; members keep their
 * order. Safe for use by several threads.
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
     * Sets a member, in its place if it exists, else at the end. Undocumented names are accepted, since CSS sends some.
     *
     * @param name the member's name
     * @param value a String, Boolean, Integer, Long, other finite number of the JDK, List or Map of these, or null for
     *     JSON's {@code null}; copied
     * @throws IllegalArgumentException if the value is of another type, or a map has a key that is not a String
     */
    public SamplePacket with(String name, @Nullable Object value) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(members);
        changed.put(name, JsonValues.copy(name, value));
        return new SamplePacket(type, changed);
    }

    /**
     * Removes a member.
     *
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
     * Shifts all times of the packet by the same amount, so that the latest of them is the given one. Times are the
     * members that are documented as Unix times, each in seconds or milliseconds, also inside objects and lists; {@code
     * t} is not one of them. A packet without times is not changed.
     *
     * @param latest the new value of the latest time, truncated to seconds in members that hold seconds
     */
    public SamplePacket at(Instant latest) {
        return new SamplePacket(type, SampleTimes.moved(members, latest));
    }

    /**
     * Sets {@code t} and {@code sign} as CSS does. The signature covers {@code t} only, so it stays valid after other
     * changes.
     *
     * @param key the callback key
     * @param t the time at which the packet expires, truncated to seconds; CSS sends now + 600 s
     * @throws IllegalArgumentException if {@code t} is before 1970
     */
    public SamplePacket signedWith(CallbackKey key, Instant t) {
        return with("t", t.getEpochSecond()).with("sign", CallbackSigner.sign(key, t));
    }

    /** The packet as CSS posts it: JSON in UTF-8, in a new array. */
    public byte[] bytes() {
        return json().getBytes(StandardCharsets.UTF_8);
    }

    /** The packet as JSON without white space. */
    public String json() {
        return JsonText.of(members);
    }

    /**
     * The type and the names of the members; no values, since {@code stream_param} and others look like secrets. For
     * example {@code SamplePacket[100 RecordEvent, [event_type, appid, ...]]}.
     */
    @Override
    public String toString() {
        return "SamplePacket[" + type + ", " + members.keySet() + "]";
    }
}
