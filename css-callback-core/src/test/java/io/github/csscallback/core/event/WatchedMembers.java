package io.github.csscallback.core.event;

import io.github.csscallback.core.field.JsonMembers;
import io.github.csscallback.core.internal.Members;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Records which members were never read, so that a test can find what a record leaves out. */
final class WatchedMembers implements Members {

    private final Members members;
    private final boolean array;
    private final String path;
    private final Set<String> unread;

    private WatchedMembers(Members members, boolean array, String path, Set<String> unread) {
        this.members = members;
        this.array = array;
        this.path = path;
        this.unread = unread;
        if (!array) {
            for (int at = members.first(); at != NONE; at = members.next(at)) {
                unread.add(path + members.name(at));
            }
        }
    }

    static WatchedMembers of(String json) {
        return new WatchedMembers(JsonMembers.of(json), false, "", new TreeSet<>());
    }

    /** The paths of the members that were not asked for. */
    Set<String> unread() {
        return unread;
    }

    @Override
    public int find(String name) {
        unread.remove(path + name);
        return members.find(name);
    }

    @Override
    public Members inside(int at) {
        boolean nestedArray = kind(at) == Kind.ARRAY;
        return new WatchedMembers(members.inside(at), nestedArray, array ? path : path + name(at) + ".", unread);
    }

    @Override
    public @Nullable Embedded embedded(int at) {
        Embedded inner = members.embedded(at);
        return inner == null
                ? null
                : new Embedded(
                        inner.kind(),
                        new WatchedMembers(inner.members(), inner.kind() == Kind.ARRAY, path + name(at) + ".", unread));
    }

    @Override
    public int first() {
        return members.first();
    }

    @Override
    public int next(int at) {
        return members.next(at);
    }

    @Override
    public String name(int at) {
        return members.name(at);
    }

    @Override
    public Kind kind(int at) {
        return members.kind(at);
    }

    @Override
    public byte[] source() {
        return members.source();
    }

    @Override
    public int start(int at) {
        return members.start(at);
    }

    @Override
    public int end(int at) {
        return members.end(at);
    }

    @Override
    public String text(int at) {
        return members.text(at);
    }
}
