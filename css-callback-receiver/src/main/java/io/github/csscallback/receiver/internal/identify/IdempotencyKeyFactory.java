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
 * The identify step: derives the idempotency key of a packet. No packet has an event id, and {@code sign} is equal for all
 * events of one second. Where it is unclear whether two packets are one event they get two keys: handling an event twice is
 * better than losing one.
 *
 * <p>The parts are fed to SHA-256 as raw bytes of the packet, which a retry repeats, each after its length, so that no two
 * lists of parts give the same bytes. Safe for use by several threads.
 */
public final class IdempotencyKeyFactory {

    /** Members that differ, or may differ, between the deliveries of one event. */
    private static final Set<String> NOT_CONTENT = Set.of("t", "sign", "sendTime", "callback_url");

    private static final List<String> PREFIX =
            List.of("appid", "app", "domain", "appname", "path", "stream_id", "streamId");

    private final OneSlotPool<PartsHash> hashPool = new OneSlotPool<>(PartsHash::new);
    private final boolean wholeTarget;

    /**
     * Creates a factory.
     *
     * @param wholeTarget whether the query of the target is part of the key. Needed where the target chooses the callback
     *     keys: one tenant could otherwise mark another's event as handled. Without that need a gateway's changing query
     *     would turn every retry into a new event
     */
    public IdempotencyKeyFactory(boolean wholeTarget) {
        this.wholeTarget = wholeTarget;
    }

    /**
     * Derives the key of a packet.
     *
     * @param target path and query of the request
     * @param signed whether the signature is valid; unsigned packets have keys of their own, so that a forged one cannot mark
     *     a genuine event as handled
     * @param packet the packet
     * @return the key, or null if nothing distinguishes this packet from another event of its type
     */
    public @Nullable IdempotencyKey keyOf(String target, boolean signed, Packet packet) {
        Members members = packet.members();
        EventType type = packet.type();
        String required = type.identityRequires();
        if (required != null && !hasMeaning(members, required)) {
            return null; // two equal ones are as likely two events
        }
        PartsHash hash = hashPool.take();
        hash.text(wholeTarget ? target : pathOf(target));
        hash.number(signed ? 1 : 0);
        hash.number(type.number());
        feed(hash, members, PREFIX);
        List<String> own = type.identityMembers();
        if (!own.isEmpty() && haveMeaning(members, own)) {
            hash.number(1);
            feed(hash, members, own);
        } else {
            hash.number(0);
            feedAll(hash, members);
        }
        IdempotencyKey key = hash.finish(signed);
        hashPool.release(hash);
        return key;
    }

    private static String pathOf(String target) {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    private static boolean haveMeaning(Members members, List<String> names) {
        for (String name : names) {
            if (!hasMeaning(members, name)) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasMeaning(Members members, String name) {
        int at = members.find(name);
        return at != Members.NONE && members.isScalar(at) && !Placeholders.isPlaceholder(members, at);
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

    /** All members sorted by name, with their quotes, so that a string is not taken for a number. */
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
