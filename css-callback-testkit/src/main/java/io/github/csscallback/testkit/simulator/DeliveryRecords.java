package io.github.csscallback.testkit.simulator;

import io.github.csscallback.testkit.internal.api.CallbackRecord;
import io.github.csscallback.testkit.internal.api.CallbackRecords;
import java.util.List;

/** The ledger as the management API shows it: a record for each attempt, as CSS saw it. */
final class DeliveryRecords implements CallbackRecords {

    /** For an attempt that no answer came of; nobody documents the codes but 0. */
    private static final int NO_ANSWER = 1;

    private final Ledger ledger;

    DeliveryRecords(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public List<CallbackRecord> of(String streamName) {
        return ledger.attempts().stream()
                .filter(attempt -> attempt.delivery().stream().equals(streamName))
                .map(DeliveryRecords::record)
                .toList();
    }

    private static CallbackRecord record(DeliveryAttempt attempt) {
        boolean answered = attempt.failure().isEmpty();
        return new CallbackRecord(
                attempt.delivery().eventAt(),
                attempt.type().number(),
                attempt.requestText(),
                answered ? attempt.answer() : "",
                answered ? attempt.at() : null,
                attempt.acknowledged() ? 0 : answered ? attempt.status().orElse(NO_ANSWER) : NO_ANSWER,
                attempt.delivery().stream());
    }
}
