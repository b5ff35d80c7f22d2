package io.github.csscallback.testkit.internal.packet;

/**
 * Which stream: no two with the same three are live at a time.
 *
 * @param domain push domain
 * @param app push path
 * @param name stream name
 */
public record StreamName(String domain, String app, String name) {

    /**
     * Refuses blank names.
     *
     * @throws IllegalArgumentException if one is blank
     */
    public StreamName {
        refuseBlank("domain", domain);
        refuseBlank("app", app);
        refuseBlank("stream", name);
    }

    private static void refuseBlank(String what, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("the " + what + " must not be blank");
        }
    }

    @Override
    public String toString() {
        return domain + "/" + app + "/" + name;
    }
}
