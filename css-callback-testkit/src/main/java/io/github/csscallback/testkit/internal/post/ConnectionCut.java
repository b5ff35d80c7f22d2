package io.github.csscallback.testkit.internal.post;

/** Where a connection is cut on purpose. */
public enum ConnectionCut {
    /** Nowhere. */
    NONE,
    /** After half of the request body. */
    IN_REQUEST,
    /** After the whole request, before any of the response is read. */
    BEFORE_RESPONSE
}
