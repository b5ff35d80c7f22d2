package io.github.csscallback.testkit.simulator;

import io.github.csscallback.testkit.internal.time.Agenda;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells people what a simulator did, and what is probably wrong if they expected something else. Tells no secret. */
final class WhatHappened {

    /** How many deliveries are told. */
    private static final int LISTED = 20;
    /** How much is told of what a receiver answered. */
    private static final int LONGEST_ANSWER = 200;

    private final Agenda agenda;
    private final Ledger ledger;
    private final @Nullable RandomFaults randomFaults;
    private final String clockToUse;

    WhatHappened(Agenda agenda, Ledger ledger, CssSimulatorBuilder settings) {
        this.agenda = agenda;
        this.ledger = ledger;
        this.randomFaults = settings.randomFaults;
        this.clockToUse = clockToUse(settings);
    }

    private static String clockToUse(CssSimulatorBuilder settings) {
        if (settings.realTime) {
            return "is its clock right?";
        }
        return settings.clockShared
                ? "does it go by css.clock(), as t does here?"
                : "does it go by the system's clock, as t does here? If it goes by css.clock(), build the simulator"
                        + " with clockShared()";
    }

    String text() {
        List<SimulatedDelivery> deliveries = ledger.deliveries();
        StringBuilder text = new StringBuilder(deliveries.isEmpty() ? "no event happened" : "what happened")
                .append(" until ")
                .append(agenda.clock().instant());
        if (randomFaults != null) {
            text.append(", with faults at random from RandomFaults.seeded(")
                    .append(randomFaults.seed())
                    .append("L)");
        }
        text.append(deliveries.isEmpty() ? "" : ":");
        int from = Math.max(0, deliveries.size() - LISTED);
        if (from > 0) {
            text.append("\n  (").append(from).append(" earlier deliveries)");
        }
        for (SimulatedDelivery delivery : deliveries.subList(from, deliveries.size())) {
            text.append("\n  ").append(delivery);
            unexpectedAnswer(delivery)
                    .ifPresent(answer -> text.append("\n    answered: ").append(answer));
        }
        if (deliveries.stream().anyMatch(WhatHappened::isRefusedThoughGenuine)) {
            text.append(
                            "\n  401 and 403 mean that the receiver took a packet for forged that CSS signed: does it have the"
                                    + " template's key, and ")
                    .append(clockToUse);
        }
        return text.toString();
    }

    private static boolean isRefusedThoughGenuine(SimulatedDelivery delivery) {
        return delivery.attempts().stream()
                .anyMatch(attempt -> attempt.genuine()
                        && (attempt.status().orElse(0) == 401
                                || attempt.status().orElse(0) == 403));
    }

    /** What came with the last answer, in one line, if that answer was no acknowledgement and says anything. */
    private static Optional<String> unexpectedAnswer(SimulatedDelivery delivery) {
        List<DeliveryAttempt> attempts = delivery.attempts();
        if (attempts.isEmpty() || attempts.get(attempts.size() - 1).acknowledged()) {
            return Optional.empty();
        }
        String line = attempts.get(attempts.size() - 1)
                .answer()
                .replaceAll("[\\s\\p{Cntrl}]+", " ")
                .strip();
        if (line.length() > LONGEST_ANSWER) {
            int end = Character.isHighSurrogate(line.charAt(LONGEST_ANSWER - 1)) ? LONGEST_ANSWER - 1 : LONGEST_ANSWER;
            line = line.substring(0, end) + "...";
        }
        return line.isEmpty() ? Optional.empty() : Optional.of(line);
    }
}
