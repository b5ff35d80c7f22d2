package io.github.csscallback.client.internal.http;

import java.net.http.HttpHeaders;

/** A complete HTTP response, not yet interpreted. */
@SuppressWarnings("ArrayRecordComponent") // made once, never compared
public record RawResponse(int status, HttpHeaders headers, byte[] body) {

    /** Shows the size of the body only. */
    @Override
    public String toString() {
        return "RawResponse[" + status + ", " + body.length + " bytes]";
    }
}
