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
 * Makes events from packets without asking whether they are genuine: for archives of packets that were verified when they
 * came, and for tests. Never for what comes from the network: that is what {@link CallbackReceiver} is for.
 *
 * <p>Stateless and safe for use by several threads.
 */
public final class CallbackDecoder {

    private CallbackDecoder() {}

    /**
     * What a packet says.
     *
     * @param event the event
     * @param problems members that were there but did not have the documented form; nearly always empty
     */
    public record Decoded(CallbackEvent event, List<FieldProblem> problems) {}

    /**
     * Decodes a packet and believes it. A packet without {@code event_type} is taken for the image moderation of before
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
