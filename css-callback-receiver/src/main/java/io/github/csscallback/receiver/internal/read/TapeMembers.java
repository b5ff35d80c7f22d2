package io.github.csscallback.receiver.internal.read;

import io.github.csscallback.core.event.UnreadablePacketException;
import io.github.csscallback.core.internal.Members;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The members of one object, or the elements of one array, on a tape. */
final class TapeMembers implements Members {

    private final Tape tape;
    private final int container;
    /** Of the packet itself, unless it has too many members. */
    private final @Nullable Layout layout;
    /** Where the members of the layout stand; null if each is one value, so that they stand in a row. */
    private final int @Nullable [] places;

    TapeMembers(Tape tape, int container) {
        this(tape, container, null, null);
    }

    private TapeMembers(Tape tape, int container, @Nullable Layout layout, int @Nullable [] places) {
        this.tape = tape;
        this.container = container;
        this.layout = layout;
        this.places = places;
    }

    /** The members of the packet itself, which are asked for most. */
    static TapeMembers ofPacket(Tape tape, @Nullable Layout layout) {
        return new TapeMembers(tape, 0, layout, layout == null ? null : tape.placesOf(layout.size()));
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
        int number = KnownNames.numberOf(name);
        if (layout == null || number < 0) {
            return tape.find(container, number, name);
        }
        int ordinal = layout.ordinal(number);
        return ordinal == Layout.NONE ? NONE : places == null ? 1 + ordinal : places[ordinal];
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
            Tape embedded = JsonScanner.scanOnce(text);
            Kind kind = embedded.kind(0);
            return kind == Kind.OBJECT || kind == Kind.ARRAY ? new Embedded(kind, new TapeMembers(embedded, 0)) : null;
        } catch (UnreadablePacketException e) {
            return null; // rubbish in a text is an odd value, not an unreadable packet
        }
    }
}
