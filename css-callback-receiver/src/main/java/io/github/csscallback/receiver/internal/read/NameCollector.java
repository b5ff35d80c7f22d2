package io.github.csscallback.receiver.internal.read;

import io.github.csscallback.core.internal.Members;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Records which names are looked up. Either no member is present, or each one is an object that behaves the same way. */
final class NameCollector implements Members {

    private static final byte[] NO_BYTES = {};

    private final Set<String> names;
    private final boolean present;

    NameCollector(Set<String> names, boolean present) {
        this.names = names;
        this.present = present;
    }

    @Override
    public int find(String name) {
        names.add(name);
        return present ? 0 : NONE;
    }

    @Override
    public int first() {
        return NONE;
    }

    @Override
    public int next(int at) {
        return NONE;
    }

    @Override
    public String name(int at) {
        return "";
    }

    @Override
    public Kind kind(int at) {
        return Kind.OBJECT;
    }

    @Override
    public byte[] source() {
        return NO_BYTES;
    }

    @Override
    public int start(int at) {
        return 0;
    }

    @Override
    public int end(int at) {
        return 0;
    }

    @Override
    public String text(int at) {
        return "";
    }

    @Override
    public Members inside(int at) {
        return this;
    }

    @Override
    public @Nullable Embedded embedded(int at) {
        return null;
    }
}
