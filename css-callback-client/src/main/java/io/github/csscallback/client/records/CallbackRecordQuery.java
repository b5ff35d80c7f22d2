package io.github.csscallback.client.records;

import io.github.csscallback.core.event.EventType;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which callback records to read: those of one stream within at most one day of the last 14. Immutable and safe for use by
 * several threads.
 *
 * <p>Source: DescribeCallbackRecordsList (zh 51328). Whether event types other than 0, 1, 100 and 200 are recorded is not
 * documented.
 */
public final class CallbackRecordQuery {

    private static final Duration MAX_SPAN = Duration.ofDays(1);

    private final String streamName;
    private final Instant from;
    private final Instant to;
    private final @Nullable EventType type;
    private final @Nullable Long resultCode;
    private final int pageSize;

    private CallbackRecordQuery(Builder builder, Instant from, Instant to) {
        this.streamName = builder.streamName;
        this.from = from;
        this.to = to;
        this.type = builder.type;
        this.resultCode = builder.resultCode;
        this.pageSize = builder.pageSize;
    }

    /**
     * Begins a query.
     *
     * @param streamName the exact name of a stream; the API has no query over all streams
     */
    public static Builder ofStream(String streamName) {
        return new Builder(streamName);
    }

    /**
     * The stream.
     *
     * @return StreamName
     */
    public String streamName() {
        return streamName;
    }

    /**
     * The beginning.
     *
     * @return StartTime, of which whole seconds count
     */
    public Instant from() {
        return from;
    }

    /**
     * The end.
     *
     * @return EndTime, of which whole seconds count
     */
    public Instant to() {
        return to;
    }

    /**
     * The event type.
     *
     * @return EventType, or null for all
     */
    public @Nullable EventType type() {
        return type;
    }

    /**
     * The result.
     *
     * @return ResultCode, or null for all
     */
    public @Nullable Long resultCode() {
        return resultCode;
    }

    /**
     * How many records a request brings.
     *
     * @return PageSize
     */
    public int pageSize() {
        return pageSize;
    }

    /**
     * Stream and time, for logs.
     *
     * @return a short text
     */
    @Override
    public String toString() {
        return "CallbackRecordQuery[" + streamName + ", " + from + " to " + to + "]";
    }

    /** Collects what to ask. Not for use by several threads. */
    public static final class Builder {

        private final String streamName;
        private @Nullable Instant from;
        private @Nullable Instant to;
        private @Nullable EventType type;
        private @Nullable Long resultCode;
        private int pageSize = 100;

        private Builder(String streamName) {
            this.streamName = streamName;
        }

        /**
         * Sets the time.
         *
         * @param begin not more than 14 days ago; the service judges that
         * @param end after it, by at most one day
         */
        public Builder between(Instant begin, Instant end) {
            from = begin;
            to = end;
            return this;
        }

        /** Selects one event type. */
        public Builder type(EventType eventType) {
            type = eventType;
            return this;
        }

        /**
         * Asks for one result. There is no way to ask for all that failed: read all and look at {@link
         * CallbackRecord#isDelivered()}.
         *
         * @param code 0 for success
         */
        public Builder resultCode(long code) {
            resultCode = code;
            return this;
        }

        /**
         * Sets how many records a request brings.
         *
         * @param records at least 1; 100 unless set, the limit of the service's other lists (its own is not documented)
         */
        public Builder pageSize(int records) {
            pageSize = records;
            return this;
        }

        /**
         * Checks everything.
         *
         * @throws IllegalArgumentException if the stream is blank, the time is missing, turned round or longer than a
         *     day, or a number is out of range
         */
        public CallbackRecordQuery build() {
            if (streamName.isBlank()) {
                throw new IllegalArgumentException("StreamName is blank; records can be read for one stream at a time");
            }
            if (from == null || to == null) {
                throw new IllegalArgumentException("StartTime and EndTime are missing; call between(begin, end)");
            }
            if (!from.isBefore(to) || Duration.between(from, to).compareTo(MAX_SPAN) > 0) {
                throw new IllegalArgumentException(
                        "EndTime must be after StartTime by at most one day; ask for each day by itself");
            }
            if (pageSize < 1) {
                throw new IllegalArgumentException("PageSize must be at least 1");
            }
            if (resultCode != null && resultCode < 0) {
                throw new IllegalArgumentException("ResultCode must not be negative");
            }
            return new CallbackRecordQuery(this, Objects.requireNonNull(from), Objects.requireNonNull(to));
        }
    }
}
