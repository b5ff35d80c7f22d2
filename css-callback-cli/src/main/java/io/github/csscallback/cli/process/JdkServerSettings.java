package io.github.csscallback.cli.process;

/**
 * The properties that the JDK's HTTP server reads once, before the first server of a process. The library leaves them
 * alone, since they hold for the whole JVM; in a process of our own they are ours to set. A user's own values stay.
 */
public final class JdkServerSettings {

    private JdkServerSettings() {}

    public static void apply() {
        set("sun.net.httpserver.nodelay", "true"); // or a response on a kept connection takes 40 ms
        set("sun.net.httpserver.maxReqTime", "20"); // seconds for headers and body, or slow ones hold a thread for ever
        set("jdk.httpserver.maxConnections", "200"); // or idle ones use up the file descriptors
    }

    private static void set(String name, String value) {
        if (System.getProperty(name) == null) {
            System.setProperty(name, value);
        }
    }
}
