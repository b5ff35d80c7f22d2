package io.github.csscallback.testkit.internal.packet;

/**
 * Which stream: no two with the same three are live at a time.
 *
 * @param pushDomain push domain
 * @param appName push path
 * @param name stream name
 */
public record StreamName(String pushDomain, String appName, String name) {

    /**
     * Refuses blank names.
     *
     * @throws IllegalArgumentException if one is blank
     */
    public StreamName {
        refuseBlank("push domain", pushDomain);
        refuseBlank("app name", appName);
        refuseBlank("stream name", name);
    }

    private static void refuseBlank(String what, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("the " + what + " must not be blank");
        }
    }

    @Override
    public String toString() {
        return pushDomain + "/" + appName + "/" + name;
    }
}
