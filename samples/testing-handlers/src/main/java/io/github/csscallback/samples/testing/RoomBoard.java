package io.github.csscallback.samples.testing;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which rooms are on the air. A room is as long as one of its push sessions has begun and not ended; in which order that is
 * told does not matter. Handlers run in several threads at a time.
 */
final class RoomBoard {

    private static final int REMEMBERED = 10_000;

    private final Map<String, Set<String>> sessions = new HashMap<>();

    /** Sessions that are over: their begin may still come. The last ones will do. */
    private final Set<String> over = Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    });

    synchronized void begin(String room, String session) {
        if (!over.contains(session)) {
            sessions.computeIfAbsent(room, unknown -> new HashSet<>()).add(session);
        }
    }

    synchronized void end(String room, String session) {
        over.add(session);
        Set<String> open = sessions.getOrDefault(room, new HashSet<>());
        open.remove(session);
        if (open.isEmpty()) {
            sessions.remove(room);
        }
    }

    synchronized boolean isOnline(String room) {
        return sessions.containsKey(room);
    }

    synchronized Set<String> online() {
        return new TreeSet<>(sessions.keySet());
    }
}
