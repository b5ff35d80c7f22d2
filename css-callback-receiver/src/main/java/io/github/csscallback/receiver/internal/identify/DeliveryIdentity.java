package io.github.csscallback.receiver.internal.identify;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.internal.Members;
import io.github.csscallback.core.internal.Members.Kind;
import io.github.csscallback.core.internal.OneSlotPool;
import io.github.csscallback.receiver.idempotency.IdempotencyKey;
import io.github.csscallback.receiver.internal.read.Packet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What makes two deliveries the same. No packet has an event id, and {@code sign} is equal for all events of one second.
 * A wrong merge loses an event and a wrong split repeats one: in doubt, split.
 *
 * <p>The parts are fed to SHA-256 each with its length before it, so that no two lists of parts give the same bytes, and
 * as raw bytes of the packet: a retry repeats them.
 */
public final class DeliveryIdentity {

    /** What differs between the attempts of one delivery, or may. */
    private static final Set<String> NOT_CONTENT = Set.of("t", "sign", "sendTime", "callback_url");

    private static final List<String> PREFIX =
            List.of("appid", "app", "domain", "appname", "path", "stream_id", "streamId");

    private final OneSlotPool<PartsHash> hashPool = new OneSlotPool<>(PartsHash::new);

    /** Makes the rule. */
    public DeliveryIdentity() {}

    /**
     * The identity of a delivery.
     *
     * @param target path and query it was sent to
     * @param signed whether its signature held; unsigned ones have a space of their own, so that a forged one cannot
     *     make a genuine one look repeated
     * @param packet the packet
     * @return the identity, or null if nothing tells this packet from another of its kind
     */
    public @Nullable IdempotencyKey of(String target, boolean signed, Packet packet) {
        Members members = packet.members();
        EventType type = packet.type();
        String required = type.identityRequires();
        if (required != null && !isTelling(members, members.find(required))) {
            return null; // two equal ones are as likely two events
        }
        PartsHash hash = hashPool.take();
        hash.text(target);
        hash.number(signed ? 1 : 0);
        hash.number(type.number());
        feed(hash, members, PREFIX);
        List<String> own = type.identityMembers();
        if (!own.isEmpty() && allTelling(members, own)) {
            hash.number(1);
            feed(hash, members, own);
        } else {
            hash.number(0);
            feedAll(hash, members);
        }
        IdempotencyKey id = hash.finish();
        hashPool.release(hash);
        return id;
    }

    private static boolean allTelling(Members members, List<String> names) {
        for (String name : names) {
            if (!isTelling(members, members.find(name))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a value is there and more than blanks and zeros. */
    private static boolean isTelling(Members members, int at) {
        if (at == Members.NONE || !members.isScalar(at)) {
            return false;
        }
        byte[] source = members.source();
        for (int i = members.start(at); i < members.end(at); i++) {
            if (source[i] != ' ' && source[i] != '0') {
                return true;
            }
        }
        return false;
    }

    private static void feed(PartsHash hash, Members members, List<String> names) {
        for (String name : names) {
            int at = members.find(name);
            if (at == Members.NONE) {
                hash.absent();
            } else {
                hash.bytes(members.source(), members.start(at), members.end(at));
            }
        }
    }

    /** All members sorted by name, with their quotes, so that a text is not taken for a number. */
    private static void feedAll(PartsHash hash, Members members) {
        Map<String, Integer> sorted = new TreeMap<>();
        for (int at = members.first(); at != Members.NONE; at = members.next(at)) {
            sorted.put(members.name(at), at);
        }
        sorted.forEach((name, at) -> {
            if (!NOT_CONTENT.contains(name)) {
                int quote = members.kind(at) == Kind.TEXT ? 1 : 0;
                hash.text(name);
                hash.bytes(members.source(), members.start(at) - quote, members.end(at) + quote);
            }
        });
    }
}
