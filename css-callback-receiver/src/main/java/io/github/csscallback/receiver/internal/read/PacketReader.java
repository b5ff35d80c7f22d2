package io.github.csscallback.receiver.internal.read;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.field.UnreadablePacketException;
import io.github.csscallback.core.internal.Members;
import io.github.csscallback.core.internal.Members.Kind;
import io.github.csscallback.core.internal.Numbers;
import io.github.csscallback.core.internal.SignedMembers;

/**
 * Reads the bytes of a packet in one strict pass: one JSON object in UTF-8 without a byte order mark, no name twice in an
 * object, nothing behind it, everything within bounds. Safe for use by several threads.
 */
public final class PacketReader {

    private final boolean acceptUntyped;
    private final JsonReader json = new JsonReader();

    /**
     * Creates a reader.
     *
     * @param acceptUntyped whether a packet without {@code event_type} that looks like an image moderation event of before
     *     2020 is read as one
     */
    public PacketReader(boolean acceptUntyped) {
        this.acceptUntyped = acceptUntyped;
    }

    /**
     * Reads a packet.
     *
     * @param body the bytes, which are not copied and must not be changed afterwards
     * @return the packet, not verified yet
     * @throws UnreadablePacketException if it is not a well-formed packet
     */
    public Packet read(byte[] body) {
        if (body.length == 0) {
            throw new UnreadablePacketException("the body is empty", 0, 0);
        }
        if (body.length >= 3 && body[0] == (byte) 0xEF && body[1] == (byte) 0xBB && body[2] == (byte) 0xBF) {
            throw TextPosition.unreadable(body, 0, "begins with a byte order mark");
        }
        String foreign = body[0] == '{' ? null : ForeignFormat.of(body);
        if (foreign != null) {
            throw TextPosition.unreadable(body, 0, "not JSON: looks like " + foreign);
        }
        Tape tape = json.read(body);
        if (tape.kind(0) != Kind.OBJECT) {
            throw TextPosition.unreadable(body, tape.start(0), "not a JSON object");
        }
        return packet(new TapeMembers(tape, 0));
    }

    private Packet packet(Members members) {
        return new Packet(typeOf(members), signedOf(members), members);
    }

    private EventType typeOf(Members members) {
        int at = present(members, "event_type");
        if (at == Members.NONE) {
            if (acceptUntyped && looksLikeOldImageModeration(members)) {
                return EventType.of(317);
            }
            throw new UnreadablePacketException("no event_type", 0, 0);
        }
        if (members.isScalar(at)) {
            long number = Numbers.longOr(members.source(), members.start(at), members.end(at), Long.MIN_VALUE);
            if (number == (int) number) {
                return EventType.of((int) number);
            }
        }
        throw TextPosition.unreadable(members.source(), members.start(at), "event_type is not an integer");
    }

    /** Packets of before about 2020 have no event_type; these four members identify them, see PornCensorshipEvent. */
    private static boolean looksLikeOldImageModeration(Members members) {
        return members.find("img") != Members.NONE
                && members.find("type") != Members.NONE
                && members.find("screenshotTime") != Members.NONE
                && members.find("streamId") != Members.NONE;
    }

    private static SignedMembers signedOf(Members members) {
        int t = present(members, "t");
        int sign = present(members, "sign");
        boolean tMayDo = t != Members.NONE && members.isScalar(t);
        boolean signMayDo = sign != Members.NONE && members.kind(sign) == Kind.TEXT;
        return new SignedMembers(
                members.source(),
                t == Members.NONE ? -1 : tMayDo ? members.start(t) : 0,
                tMayDo ? members.end(t) : 0,
                sign == Members.NONE ? -1 : signMayDo ? members.start(sign) : 0,
                signMayDo ? members.end(sign) : 0);
    }

    private static int present(Members members, String name) {
        int at = members.find(name);
        return at != Members.NONE && members.kind(at) == Kind.NULL ? Members.NONE : at;
    }
}
