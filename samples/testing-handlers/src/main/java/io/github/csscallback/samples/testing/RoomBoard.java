package io.github.csscallback.samples.testing;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rooms that are on the air, which means that a push session has begun and not ended. Events may arrive in any order.
 * Safe for use by several threads.
 */
final class RoomBoard {

    private static final int REMEMBERED = 10_000;

    private final Map<String, Set<String>> sessions = new HashMap<>();

    /** The last sessions that have ended, as their begin events may arrive late. */
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
