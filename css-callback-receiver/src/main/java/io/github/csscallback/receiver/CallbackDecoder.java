package io.github.csscallback.receiver;

import io.github.csscallback.core.event.CallbackEvent;
import io.github.csscallback.core.field.FieldProblem;
import io.github.csscallback.core.field.Fields;
import io.github.csscallback.core.field.UnreadablePacketException;
import io.github.csscallback.core.internal.ConflictingSpellingsException;
import io.github.csscallback.receiver.internal.read.Packet;
import io.github.csscallback.receiver.internal.read.PacketReader;
import java.util.ArrayList;
import java.util.List;

/**
 * Decodes packets into events without verifying them: for archives of packets that were verified on arrival, and for tests.
 * Never use it for packets from the network; {@link CallbackReceiver} is for those.
 *
 * <p>Stateless and safe for use by several threads.
 */
public final class CallbackDecoder {

    private CallbackDecoder() {}

    /**
     * A decoded packet.
     *
     * @param event the event
     * @param problems members that do not have the documented form; nearly always empty
     */
    public record Decoded(CallbackEvent event, List<FieldProblem> problems) {}

    /**
     * Decodes a packet without verifying it. A packet without {@code event_type} is taken for the image moderation of before
     * 2020 if it looks like it.
     *
     * @param packet the bytes of one packet
     * @return the event
     * @throws UnreadablePacketException if it is not one well-formed packet
     */
    public static Decoded withoutVerification(byte[] packet) {
        return decode(new PacketReader(true).read(packet.clone()));
    }

    static Decoded decode(Packet packet) {
        List<FieldProblem> problems = new ArrayList<>(0);
        try {
            CallbackEvent event = packet.type().decode(Fields.of(packet.members()), problems);
            return new Decoded(event, List.copyOf(problems));
        } catch (ConflictingSpellingsException e) {
            throw new UnreadablePacketException(String.valueOf(e.getMessage()), 0, 0);
        }
    }
}
