package io.github.csscallback.testkit.internal.api.record;

import java.util.List;

/** The source of callback records. Safe for use by several threads. */
@FunctionalInterface
public interface RecordSource {

    /**
     * The records of a stream.
     *
     * @param streamName the exact name
     * @return a copy in the order of events
     */
    List<DeliveryRecord> of(String streamName);
}
