package io.github.csscallback.receiver.internal.read;

import io.github.csscallback.core.field.UnreadablePacketException;
import io.github.csscallback.core.internal.Members;
import org.jspecify.annotations.Nullable;

/** The members of one object, or the elements of one array, on a tape. */
final class TapeMembers implements Members {

    private final Tape tape;
    private final int container;

    TapeMembers(Tape tape, int container) {
        this.tape = tape;
        this.container = container;
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
        return tape.find(container, name);
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
    public boolean isScalar(int at) {
        return tape.isScalar(at);
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
        return tape.text(at);
    }

    @Override
    public Members inside(int at) {
        return new TapeMembers(tape, at);
    }

    @Override
    public @Nullable Embedded embedded(int at) {
        try {
            Tape embedded = tape.inside(at);
            Kind kind = embedded.kind(0);
            return kind == Kind.OBJECT || kind == Kind.ARRAY ? new Embedded(kind, new TapeMembers(embedded, 0)) : null;
        } catch (UnreadablePacketException e) {
            return null; // a text that is no JSON is an odd value, not an unreadable packet
        }
    }
}
