package io.github.csscallback.testkit.internal.packet;

/**
 * The full name of a stream. At most one stream of a name is live.
 *
 * @param pushDomain the push domain
 * @param appName the push path
 * @param name the name of the stream
 */
public record StreamName(String pushDomain, String appName, String name) {

    /**
     * Rejects blank names.
     *
     * @throws IllegalArgumentException if one is blank
     */
    public StreamName {
        requireNonBlank("push domain", pushDomain);
        requireNonBlank("app name", appName);
        requireNonBlank("stream name", name);
    }

    private static void requireNonBlank(String what, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("the " + what + " must not be blank");
        }
    }

    @Override
    public String toString() {
        return pushDomain + "/" + appName + "/" + name;
    }
}
