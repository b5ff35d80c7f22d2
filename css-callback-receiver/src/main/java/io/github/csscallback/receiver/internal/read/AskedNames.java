package io.github.csscallback.receiver.internal.read;

import io.github.csscallback.core.internal.Members;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Members that note which names they are asked for. Either none of them is there, or each is an object of the same sort. */
final class AskedNames implements Members {

    private static final byte[] NO_BYTES = {};

    private final Set<String> asked;
    private final boolean present;

    AskedNames(Set<String> asked, boolean present) {
        this.asked = asked;
        this.present = present;
    }

    @Override
    public int find(String name) {
        asked.add(name);
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
