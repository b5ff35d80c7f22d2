package io.github.csscallback.client.internal.action;

import java.util.Objects;

/** Checks the push domain and the app name of a rule, which are often copied from a push address, before they are sent. */
final class PushPoint {

    private PushPoint() {}

    static void requireDomain(String pushDomain) {
        if (pushDomain.isBlank()) {
            throw new IllegalArgumentException("DomainName is blank; give the push domain, such as push.example.com");
        }
        if (pushDomain.contains("://") || pushDomain.contains("/")) {
            throw new IllegalArgumentException("DomainName is an address; give the push domain alone, such as"
                    + " push.example.com, without a scheme, a path and slashes, and the app name by itself");
        }
        if (hasWhiteSpace(pushDomain)) {
            throw new IllegalArgumentException(
                    "DomainName contains white space; give the push domain alone, such as push.example.com");
        }
        if (pushDomain.contains(":")) {
            throw new IllegalArgumentException(
                    "DomainName has a port; give the push domain alone, such as push.example.com");
        }
    }

    /** An empty app name is a value of its own and is sent as it is. */
    static void requireAppName(String appName) {
        Objects.requireNonNull(appName, "appName");
        if (appName.contains("://")) {
            throw new IllegalArgumentException("AppName is an address; give the path alone, such as live");
        }
        if (appName.startsWith("/") || appName.endsWith("/")) {
            throw new IllegalArgumentException("AppName begins or ends with a slash; give live, not /live/");
        }
        if (hasWhiteSpace(appName)) {
            throw new IllegalArgumentException("AppName contains white space; give the path alone, such as live");
        }
    }

    private static boolean hasWhiteSpace(String text) {
        return text.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
    }
}
