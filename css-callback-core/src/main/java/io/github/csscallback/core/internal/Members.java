package io.github.csscallback.core.internal;

import org.jspecify.annotations.Nullable;

/**
 * The members of one JSON object, or the elements of one JSON array, as the receiver read them. Core gives the values
 * their meaning ({@code Fields}) without knowing JSON; whoever reads the bytes implements this.
 *
 * <p>A value is named by a position, a non-negative number that only this object understands. Implementations are
 * immutable.
 */
public interface Members {

    /** No such value. */
    int NONE = -1;

    /** What stands at a position. */
    enum Kind {
        /** The word null. */
        NULL,
        /** The word true. */
        TRUE,
        /** The word false. */
        FALSE,
        /** A JSON number, of any form. */
        NUMBER,
        /** A string. */
        TEXT,
        /** An object. */
        OBJECT,
        /** An array. */
        ARRAY
    }

    /**
     * The first value.
     *
     * @return its position, or {@link #NONE} if there is none
     */
    int first();

    /**
     * The value after another.
     *
     * @param at a position
     * @return the next position, or {@link #NONE}
     */
    int next(int at);

    /**
     * The value of a member.
     *
     * @param name the member's exact name
     * @return its position, or {@link #NONE} if there is no such member
     */
    int find(String name);

    /**
     * The name of the member at a position; not to be called on the elements of an array.
     *
     * @param at a position
     * @return the member's name
     */
    String name(int at);

    /**
     * The kind of a value.
     *
     * @param at a position
     * @return what stands there
     */
    Kind kind(int at);

    /**
     * Whether a value is a number or a text: CSS sends many values as either.
     *
     * @param at a position
     * @return true for NUMBER and TEXT
     */
    default boolean isScalar(int at) {
        Kind kind = kind(at);
        return kind == Kind.NUMBER || kind == Kind.TEXT;
    }

    /**
     * The bytes that {@link #start} and {@link #end} point into. Never to be changed or handed out.
     *
     * @return the bytes that were read
     */
    byte[] source();

    /**
     * Where the value's content begins: after the quote for a text, else at the value's first byte.
     *
     * @param at a position
     * @return an index into {@link #source}
     */
    int start(int at);

    /**
     * Where the value's content ends: at the closing quote for a text, else after the value's last byte.
     *
     * @param at a position
     * @return an index into {@link #source}
     */
    int end(int at);

    /**
     * The characters of a text with its escapes resolved, or of a number, {@code true} or {@code false} as written.
     *
     * @param at a position of kind TEXT, NUMBER, TRUE or FALSE
     * @return the characters
     */
    String text(int at);

    /**
     * The members of a nested object or the elements of a nested array.
     *
     * @param at a position of kind OBJECT or ARRAY
     * @return what is inside
     */
    Members inside(int at);

    /**
     * Reads the JSON object or array that a text holds.
     *
     * @param at a position of kind TEXT
     * @return what is inside, or null if the text does not hold exactly one well-formed object or array
     */
    @Nullable
    Embedded embedded(int at);

    /**
     * JSON that was found inside a text.
     *
     * @param kind OBJECT or ARRAY
     * @param members what is inside
     */
    record Embedded(Kind kind, Members members) {}
}
