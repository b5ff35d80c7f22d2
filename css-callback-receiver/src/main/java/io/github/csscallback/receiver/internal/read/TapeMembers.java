package io.github.csscallback.receiver.internal.read;

import io.github.csscallback.core.event.UnreadablePacketException;
import io.github.csscallback.core.internal.Members;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The members of one object, or the elements of one array, on a tape. */
final class TapeMembers implements Members {

    /** Enough for the few members that embedded objects have. */
    private static final int EMBEDDED_CELLS = 10;

    private final Tape tape;
    private final int container;
    private final @Nullable NameIndex index;

    TapeMembers(Tape tape, int container) {
        this(tape, container, null);
    }

    private TapeMembers(Tape tape, int container, @Nullable NameIndex index) {
        this.tape = tape;
        this.container = container;
        this.index = index;
    }

    /** The members of the packet itself, which are asked for most. */
    static TapeMembers ofPacket(Tape tape, @Nullable NameIndex index) {
        return new TapeMembers(tape, 0, index);
    }

    @Override
    public int first() {
        return tape.first(container);
    }

    @Override
    public int next(int at) {
        return tape.next(at);
    }

    @Override
    public int find(String name) {
        return index == null ? tape.find(container, name) : index.find(tape, name);
    }

    @Override
    public String name(int at) {
        return tape.name(at);
    }

    @Override
    public Kind kind(int at) {
        return tape.kind(at);
    }

    @Override
    public byte[] source() {
        return tape.source;
    }

    @Override
    public int start(int at) {
        return tape.start(at);
    }

    @Override
    public int end(int at) {
        return tape.end(at);
    }

    @Override
    public String text(int at) {
        int start = tape.start(at);
        int end = tape.end(at);
        return tape.isEscaped(at)
                ? Escapes.decode(tape.source, start, end)
                : new String(tape.source, start, end - start, StandardCharsets.UTF_8);
    }

    @Override
    public Members inside(int at) {
        return new TapeMembers(tape, at);
    }

    @Override
    public @Nullable Embedded embedded(int at) {
        try {
            byte[] text = Escapes.resolve(tape.source, tape.start(at), tape.end(at));
            Tape embedded = new Tape(text, new long[EMBEDDED_CELLS]);
            JsonScanner.scan(embedded);
            Kind kind = embedded.kind(0);
            return kind == Kind.OBJECT || kind == Kind.ARRAY ? new Embedded(kind, new TapeMembers(embedded, 0)) : null;
        } catch (UnreadablePacketException e) {
            return null; // rubbish in a text is an odd value, not an unreadable packet
        }
    }
}
