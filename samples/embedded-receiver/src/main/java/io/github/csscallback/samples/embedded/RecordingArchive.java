package io.github.csscallback.samples.embedded;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Stands for your database. Handlers run in several threads at a time. */
final class RecordingArchive {

    /**
     * A recording.
     *
     * @param stream the stream's name
     * @param url where the file is
     */
    record Recording(String stream, String url) {}

    private final ConcurrentMap<String, Recording> byKey = new ConcurrentHashMap<>();

    /** Keeps a recording; the same key again changes nothing. */
    void put(String key, Recording recording) {
        byKey.putIfAbsent(key, recording);
    }

    Collection<Recording> all() {
        return List.copyOf(byKey.values());
    }
}
