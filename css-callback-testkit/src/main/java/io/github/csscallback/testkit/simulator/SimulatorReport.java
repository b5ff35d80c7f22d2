package io.github.csscallback.testkit.simulator;

import io.github.csscallback.testkit.internal.time.Scheduler;
import java.util.List;

/** Summarises the events of a simulator for diagnosing a failed test. Contains no secret. */
final class SimulatorReport {

    private static final int MOST_EVENTS = 20;
    private static final int LONGEST_RESPONSE = 200;

    private final Scheduler scheduler;
    private final DeliveryHistory history;
    private final SimulatorSettings settings;

    SimulatorReport(Scheduler scheduler, DeliveryHistory history, SimulatorSettings settings) {
        this.scheduler = scheduler;
        this.history = history;
        this.settings = settings;
    }

    String text() {
        List<SimulatedEvent> events = history.events();
        StringBuilder text = new StringBuilder(events.isEmpty() ? "no events" : "events")
                .append(" until ")
                .append(scheduler.clock().instant());
        if (settings.randomFaults() != null) {
            text.append(", with random faults from RandomFaults.seeded(")
                    .append(settings.randomFaults().seed())
                    .append("L)");
        }
        text.append(events.isEmpty() ? "" : ":");
        int from = Math.max(0, events.size() - MOST_EVENTS);
        if (from > 0) {
            text.append("\n  (").append(from).append(" earlier events)");
        }
        for (SimulatedEvent event : events.subList(from, events.size())) {
            text.append("\n  ").append(event);
            String response = unexpectedResponse(event);
            if (!response.isEmpty()) {
                text.append("\n    response: ").append(response);
            }
        }
        if (events.stream().anyMatch(SimulatorReport::isRejectedThoughGenuine)) {
            text.append("\n  401 and 403 mean that the receiver rejected a packet signed by CSS: does it have the"
                            + " template's key, and ")
                    .append(clockQuestion());
        }
        return text.toString();
    }

    private String clockQuestion() {
        if (settings.realTime()) {
            return "is its clock right?";
        }
        return settings.clockShared()
                ? "does it use css.clock(), which t is counted from?"
                : "does it use the system clock, which t is counted from? If it uses css.clock(), build the simulator"
                        + " with clockShared()";
    }

    private static boolean isRejectedThoughGenuine(SimulatedEvent event) {
        return event.attempts().stream().anyMatch(attempt -> {
            Integer status = attempt.status();
            return attempt.genuine() && status != null && (status == 401 || status == 403);
        });
    }

    /** The body of the last response in one line, unless it acknowledged the event. */
    private static String unexpectedResponse(SimulatedEvent event) {
        List<DeliveryAttempt> attempts = event.attempts();
        if (attempts.isEmpty() || attempts.get(attempts.size() - 1).acknowledged()) {
            return "";
        }
        String line = attempts.get(attempts.size() - 1)
                .responseBody()
                .replaceAll("[\\s\\p{Cntrl}]+", " ")
                .strip();
        if (line.length() <= LONGEST_RESPONSE) {
            return line;
        }
        boolean splitsPair = Character.isHighSurrogate(line.charAt(LONGEST_RESPONSE - 1));
        return line.substring(0, splitsPair ? LONGEST_RESPONSE - 1 : LONGEST_RESPONSE) + "...";
    }
}
