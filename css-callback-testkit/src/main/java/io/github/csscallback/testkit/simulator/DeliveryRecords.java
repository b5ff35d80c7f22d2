package io.github.csscallback.testkit.simulator;

import io.github.csscallback.testkit.internal.api.record.DeliveryRecord;
import io.github.csscallback.testkit.internal.api.record.RecordSource;
import java.util.List;

/** The history as callback records of the management API, one for each attempt. */
final class DeliveryRecords implements RecordSource {

    /** For an attempt without a response; only the code 0 is documented. */
    private static final int NO_RESPONSE = 1;

    private final DeliveryHistory history;

    DeliveryRecords(DeliveryHistory history) {
        this.history = history;
    }

    @Override
    public List<DeliveryRecord> of(String streamName) {
        return history.attempts().stream()
                .filter(attempt -> attempt.event().streamName().equals(streamName))
                .map(DeliveryRecords::record)
                .toList();
    }

    private static DeliveryRecord record(DeliveryAttempt attempt) {
        Integer status = attempt.failure() == null ? attempt.status() : null;
        int resultCode = attempt.acknowledged() ? 0 : status == null ? NO_RESPONSE : status;
        return new DeliveryRecord(
                attempt.event().occurredAt(),
                attempt.type().number(),
                attempt.requestBodyText(),
                status == null ? "" : attempt.responseBody(),
                status == null ? null : attempt.sentAt(),
                resultCode,
                attempt.event().streamName());
    }
}
