package io.github.csscallback.testkit.internal.post;

/** Where a connection is cut on purpose. */
public enum ConnectionCut {
    /** Nowhere. */
    NONE,
    /** When half of the body is sent. */
    IN_REQUEST,
    /** When the request is sent whole, before any of the answer is read. */
    BEFORE_ANSWER
}
