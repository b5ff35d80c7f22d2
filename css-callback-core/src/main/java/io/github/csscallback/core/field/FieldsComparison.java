package io.github.csscallback.core.field;

import io.github.csscallback.core.internal.Members;
import io.github.csscallback.core.internal.Members.Kind;
import java.util.Set;

/** Compares members by value, whatever white space and escapes they were written with. */
final class FieldsComparison {

    private FieldsComparison() {}

    static boolean areEqual(Members one, Members other, Set<String> ignored) {
        int here = skip(one, one.first(), ignored);
        int there = skip(other, other.first(), ignored);
        while (here != Members.NONE && there != Members.NONE) {
            if (!one.name(here).equals(other.name(there)) || !areEqual(one, here, other, there)) {
                return false;
            }
            here = skip(one, one.next(here), ignored);
            there = skip(other, other.next(there), ignored);
        }
        return here == there;
    }

    private static int skip(Members members, int from, Set<String> ignored) {
        int at = from;
        while (at != Members.NONE && ignored.contains(members.name(at))) {
            at = members.next(at);
        }
        return at;
    }

    private static boolean areEqual(Members one, int here, Members other, int there) {
        Kind kind = one.kind(here);
        if (kind != other.kind(there)) {
            return false;
        }
        return switch (kind) {
            case NULL -> true;
            case OBJECT -> areEqual(one.inside(here), other.inside(there), Set.of());
            case ARRAY -> areEqualElements(one.inside(here), other.inside(there));
            default -> one.text(here).equals(other.text(there));
        };
    }

    private static boolean areEqualElements(Members one, Members other) {
        int here = one.first();
        int there = other.first();
        while (here != Members.NONE && there != Members.NONE) {
            if (!areEqual(one, here, other, there)) {
                return false;
            }
            here = one.next(here);
            there = other.next(there);
        }
        return here == there;
    }
}
