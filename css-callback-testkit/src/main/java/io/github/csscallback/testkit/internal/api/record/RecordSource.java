package io.github.csscallback.testkit.internal.api.record;

import java.util.List;

/** What was delivered, as the account may ask for it. Safe for use by several threads. */
@FunctionalInterface
public interface RecordSource {

    /**
     * The records of a stream.
     *
     * @param streamName its exact name
     * @return in the order of events, a copy
     */
    List<DeliveryRecord> of(String streamName);
}
