package io.github.csscallback.receiver.internal.read;

import io.github.csscallback.core.internal.Members;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The members of one object, or the elements of one array, on a tape. */
final class TapeMembers implements Members {

    private final Tape tape;
    private final int container;
    private final PacketReader reader;

    TapeMembers(Tape tape, int container, PacketReader reader) {
        this.tape = tape;
        this.container = container;
        this.reader = reader;
    }

    @Override
    public int first() {
        return orNone(container + 1);
    }

    @Override
    public int next(int at) {
        return orNone(tape.behind(at));
    }

    private int orNone(int at) {
        return at < tape.behind(container) ? at : NONE;
    }

    @Override
    public int find(String name) {
        return tape.find(container + 1, tape.behind(container), name);
    }

    @Override
    public String name(int at) {
        return Objects.requireNonNull(tape.name(at), "an element of an array has no name");
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
        if (tape.kind(at) == Kind.TEXT && Escapes.in(tape.source, start, end)) {
            return new String(Escapes.resolve(tape.source, start, end), StandardCharsets.UTF_8);
        }
        return new String(tape.source, start, end - start, StandardCharsets.UTF_8);
    }

    @Override
    public Members inside(int at) {
        return new TapeMembers(tape, at, reader);
    }

    @Override
    public @Nullable Embedded embedded(int at) {
        return reader.readEmbedded(Escapes.resolve(tape.source, tape.start(at), tape.end(at)));
    }
}
