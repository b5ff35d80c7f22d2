package io.github.csscallback.receiver.internal.admit;

import io.github.csscallback.core.internal.Members;
import io.github.csscallback.core.internal.Members.Kind;
import io.github.csscallback.receiver.admission.DeliveryId;
import io.github.csscallback.receiver.internal.read.Packet;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
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

    private static final String[] PREFIX = {"appid", "app", "domain", "appname", "path", "stream_id", "streamId"};

    private final MessageDigest blank = sha256();

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
    public @Nullable DeliveryId of(String target, boolean signed, Packet packet) {
        Members members = packet.members();
        int number = packet.type().number();
        if (number == 314 && members.find("event_time") == Members.NONE) {
            return null; // two equal ones are as likely two events
        }
        MessageDigest digest = digest();
        feed(digest, target.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) (signed ? 1 : 0));
        feed(digest, number);
        for (String name : PREFIX) {
            feedContent(digest, members, members.find(name));
        }
        String[] own = ownKey(number);
        if (own.length > 0 && allTelling(members, own)) {
            digest.update((byte) 1);
            for (String name : own) {
                feedContent(digest, members, members.find(name));
            }
        } else {
            digest.update((byte) 0);
            feedAll(digest, members);
        }
        return DeliveryId.ofDigest(digest.digest());
    }

    private static String[] ownKey(int number) {
        return switch (number) {
            case 0, 1 -> new String[] {"sequence"};
            case 100 -> new String[] {"file_id", "video_url"};
            case 332 -> new String[] {"session_id", "record_event", "seq"};
            case 315 -> new String[] {"request_id"};
            case 317 -> new String[] {"img", "screenshotTime"};
            default -> new String[0];
        };
    }

    private static boolean allTelling(Members members, String[] names) {
        for (String name : names) {
            if (!isTelling(members, members.find(name))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a value is there and more than blanks and zeros. */
    private static boolean isTelling(Members members, int at) {
        if (at == Members.NONE || (members.kind(at) != Kind.TEXT && members.kind(at) != Kind.NUMBER)) {
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

    /** All members sorted by name; names and values each with their length. */
    private static void feedAll(MessageDigest digest, Members members) {
        List<Integer> places = new ArrayList<>();
        for (int at = members.first(); at != Members.NONE; at = members.next(at)) {
            if (!NOT_CONTENT.contains(members.name(at))) {
                places.add(at);
            }
        }
        places.sort(Comparator.comparing(members::name));
        for (int at : places) {
            feed(digest, members.name(at).getBytes(StandardCharsets.UTF_8));
            int quote = members.kind(at) == Kind.TEXT ? 1 : 0;
            feed(digest, members.source(), members.start(at) - quote, members.end(at) + quote);
        }
    }

    private static void feedContent(MessageDigest digest, Members members, int at) {
        if (at == Members.NONE) {
            feed(digest, -1);
        } else {
            feed(digest, members.source(), members.start(at), members.end(at));
        }
    }

    private static void feed(MessageDigest digest, byte[] part) {
        feed(digest, part, 0, part.length);
    }

    private static void feed(MessageDigest digest, byte[] source, int from, int to) {
        feed(digest, to - from);
        digest.update(source, from, to - from);
    }

    private static void feed(MessageDigest digest, int number) {
        digest.update((byte) (number >>> 24));
        digest.update((byte) (number >>> 16));
        digest.update((byte) (number >>> 8));
        digest.update((byte) number);
    }

    private MessageDigest digest() {
        try {
            return (MessageDigest) blank.clone();
        } catch (CloneNotSupportedException e) {
            return sha256(); // a provider whose digests cannot be copied
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM must offer SHA-256, this one does not", e);
        }
    }
}
