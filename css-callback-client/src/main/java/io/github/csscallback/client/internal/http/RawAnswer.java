package io.github.csscallback.client.internal.http;

import java.net.http.HttpHeaders;

/**
 * What came back, not looked into yet.
 *
 * @param status the HTTP status
 * @param headers the headers
 * @param body the bytes
 */
public record RawAnswer(int status, HttpHeaders headers, Body body) {}
