package io.github.csscallback.cli;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.receiver.Outcome;
import io.github.csscallback.testkit.SamplePacket;
import io.github.csscallback.testkit.SamplePackets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * One packet of the demo and what should become of it.
 *
 * @param name how the demo calls it
 * @param type the kind of event that it says it is
 * @param bytes the packet
 * @param expected what should become of it
 */
@SuppressWarnings("ArrayRecordComponent") // made once, posted once, never compared
record DemoPacket(String name, EventType type, byte[] bytes, Outcome.Kind expected) {

    /** The kinds that CSS sends without a signature. */
    static final Set<EventType> UNSIGNED_BY_NATURE = Set.of(EventType.of(314), EventType.of(328));

    /** A number that no document explains. */
    private static final EventType OF_A_LATER_DAY = EventType.of(399);

    private static final EventType RECORD = EventType.of(100);
    private static final Duration VALIDITY = Duration.ofMinutes(10);
    /** Longer than the receiver waits for late retries. */
    private static final Duration TOO_LATE = Duration.ofMinutes(11);

    static List<DemoPacket> all(CallbackKey key, CallbackKey anotherKey, Clock clock) {
        Instant t = clock.instant().plus(VALIDITY);
        List<DemoPacket> packets = new ArrayList<>();
        EventType.known().stream()
                .sorted(Comparator.comparingInt(EventType::number))
                .map(type -> genuine(type, key, t))
                .forEach(packets::add);
        packets.add(new DemoPacket(
                "of a kind this version does not know",
                OF_A_LATER_DAY,
                signed(OF_A_LATER_DAY, key, t),
                Outcome.Kind.HANDLED));
        packets.add(new DemoPacket(
                "forged: signed with another key", RECORD, signed(RECORD, anotherKey, t), Outcome.Kind.REFUSED));
        packets.add(new DemoPacket(
                "stale: expired 11 minutes ago",
                RECORD,
                signed(RECORD, key, clock.instant().minus(TOO_LATE)),
                Outcome.Kind.REFUSED));
        packets.add(new DemoPacket(
                "repeat: the same recording again",
                RECORD,
                signed(RECORD, key, t.plusSeconds(1)),
                Outcome.Kind.REPEATED));
        byte[] whole = signed(RECORD, key, t);
        packets.add(new DemoPacket(
                "broken: cut off in the middle",
                RECORD,
                Arrays.copyOf(whole, whole.length / 2),
                Outcome.Kind.UNREADABLE));
        return packets;
    }

    private static DemoPacket genuine(EventType type, CallbackKey key, Instant t) {
        return UNSIGNED_BY_NATURE.contains(type)
                ? new DemoPacket(
                        type.name() + ", unsigned as always",
                        type,
                        SamplePackets.of(type).bytes(),
                        Outcome.Kind.HANDLED)
                : new DemoPacket(type.name(), type, signed(type, key, t), Outcome.Kind.HANDLED);
    }

    private static byte[] signed(EventType type, CallbackKey key, Instant t) {
        SamplePacket sample = SamplePackets.of(type);
        return sample.signedWith(key, t).bytes();
    }
}
