package io.github.csscallback.client.internal.action;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.csscallback.client.internal.call.ApiCall;
import io.github.csscallback.client.internal.call.ApiCall.Repeat;
import io.github.csscallback.client.internal.call.ApiCaller;
import io.github.csscallback.client.internal.json.Fields;
import io.github.csscallback.client.internal.json.JsonBytes;
import io.github.csscallback.client.internal.json.WireTime;
import io.github.csscallback.client.records.CallbackRecord;
import io.github.csscallback.client.records.CallbackRecordQuery;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.field.SecretText;
import io.github.csscallback.core.template.Site;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The list of callback records, page by page as it is read. */
public final class RecordActions {

    private static final String LIST = "DescribeCallbackRecordsList";

    /** The service allows 20 per second. */
    private static final Duration BETWEEN_REQUESTS = Duration.ofMillis(50);

    private final ApiCaller caller;
    private final Site site;
    private final Pace pace;

    /**
     * Actions at a site.
     *
     * @param caller calls
     * @param site only one has records
     * @param clock for keeping requests apart
     */
    public RecordActions(ApiCaller caller, Site site, Clock clock) {
        this.caller = caller;
        this.site = site;
        this.pace = new Pace(clock, BETWEEN_REQUESTS);
    }

    /**
     * Reads records.
     *
     * @param query which
     * @return the records; a request goes out when the ones before it are used up
     */
    public Stream<CallbackRecord> records(CallbackRecordQuery query) {
        if (!site.listsCallbackRecords()) {
            throw new IllegalStateException("site " + site + " keeps no callback records; only CHINA has " + LIST);
        }
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(new Pages(query), Spliterator.ORDERED | Spliterator.NONNULL),
                false);
    }

    private Fields page(CallbackRecordQuery query, int number) {
        caller.sleep(LIST, pace.untilTurn());
        return caller.call(ApiCall.of(LIST, JsonBytes.object(json -> write(json, query, number)), Repeat.READ));
    }

    private static void write(JsonGenerator json, CallbackRecordQuery query, int number) throws IOException {
        json.writeStringField("StartTime", WireTime.format(query.from()));
        json.writeStringField("EndTime", WireTime.format(query.to()));
        json.writeStringField("StreamName", query.streamName());
        json.writeNumberField("PageNum", number);
        json.writeNumberField("PageSize", query.pageSize());
        if (query.type().isPresent()) {
            json.writeNumberField("EventType", query.type().get().number());
        }
        if (query.resultCode().isPresent()) {
            json.writeNumberField("ResultCode", query.resultCode().getAsLong());
        }
    }

    private static CallbackRecord record(Fields fields) {
        OptionalLong type = fields.number("EventType");
        boolean isType = type.isPresent() && type.getAsLong() == (int) type.getAsLong();
        return new CallbackRecord(
                WireTime.parse(fields.text("EventTime")),
                isType ? EventType.of((int) type.getAsLong()) : null,
                fields.text("StreamId"),
                secret(fields.text("Request")),
                secret(fields.text("Response")),
                WireTime.parse(fields.text("ResponseTime")),
                fields.number("ResultCode"));
    }

    private static @Nullable SecretText secret(@Nullable String text) {
        return text == null ? null : SecretText.of(text);
    }

    /** One page after the other, fetched when it is wanted. */
    private final class Pages implements Iterator<CallbackRecord> {

        private final CallbackRecordQuery query;
        private final Queue<CallbackRecord> fetched = new ArrayDeque<>();
        private int page;
        private boolean last;

        Pages(CallbackRecordQuery query) {
            this.query = query;
        }

        @Override
        public boolean hasNext() {
            while (fetched.isEmpty() && !last) {
                page++;
                Fields answer = page(query, page);
                answer.objects("DataInfoList").forEach(fields -> fetched.add(record(fields)));
                last = fetched.isEmpty() || isLast(answer);
            }
            return !fetched.isEmpty();
        }

        private boolean isLast(Fields answer) {
            OptionalLong pages = answer.number("TotalPage");
            return pages.isPresent() ? page >= pages.getAsLong() : fetched.size() < query.pageSize();
        }

        @Override
        public CallbackRecord next() {
            if (!hasNext()) {
                throw new NoSuchElementException("no more callback records");
            }
            return fetched.remove();
        }
    }
}
