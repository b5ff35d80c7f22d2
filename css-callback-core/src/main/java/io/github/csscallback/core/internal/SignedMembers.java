package io.github.csscallback.core.internal;

/**
 * The two members of a packet that its signature is about, as slices of its bytes. A member that is absent, or null, begins
 * at -1; one that is there in a form that CSS never sends (an object, a number for {@code sign}) is the empty slice.
 *
 * @param source the bytes
 * @param tFrom where {@code t} begins
 * @param tTo where {@code t} ends
 * @param signFrom where {@code sign} begins
 * @param signTo where {@code sign} ends
 */
@SuppressWarnings("ArrayRecordComponent") // a view for one call, never compared
public record SignedMembers(byte[] source, int tFrom, int tTo, int signFrom, int signTo) {

    /**
     * Whether there is a {@code t}.
     *
     * @return true if it is there in any form
     */
    public boolean hasT() {
        return tFrom >= 0;
    }

    /**
     * Whether there is a {@code sign}.
     *
     * @return true if it is there in any form
     */
    public boolean hasSign() {
        return signFrom >= 0;
    }
}
