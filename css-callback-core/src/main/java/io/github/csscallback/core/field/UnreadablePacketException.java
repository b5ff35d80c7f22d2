package io.github.csscallback.core.field;

/**
 * Bytes that are not one well-formed callback packet. The message describes the error and its position and contains
 * nothing of the bytes.
 */
public final class UnreadablePacketException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** From 1, or 0. */
    private final int line;

    /** From 1, or 0. */
    private final int column;

    /**
     * Creates the exception.
     *
     * @param reason what is wrong, without any content
     * @param line the line, from 1; 0 if it is not about one place
     * @param column the byte in the line, from 1; 0 if it is not about one place
     */
    public UnreadablePacketException(String reason, int line, int column) {
        // No stack trace: bad bytes are common, and the place of detection is of no interest.
        super(line == 0 ? reason : reason + " (line " + line + ", byte " + column + ")", null, false, false);
        this.line = line;
        this.column = column;
    }

    /**
     * The line.
     *
     * @return the line from 1, or 0 if it is not about one place
     */
    public int line() {
        return line;
    }

    /**
     * The byte in the line.
     *
     * @return the byte from 1, or 0 if it is not about one place
     */
    public int column() {
        return column;
    }
}
