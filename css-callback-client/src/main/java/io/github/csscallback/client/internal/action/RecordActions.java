package io.github.csscallback.client.internal.action;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.csscallback.client.internal.call.ApiCall;
import io.github.csscallback.client.internal.call.ApiCall.RetrySafety;
import io.github.csscallback.client.internal.call.ApiCaller;
import io.github.csscallback.client.internal.json.ApiTime;
import io.github.csscallback.client.internal.json.Json;
import io.github.csscallback.client.internal.json.ResponseMembers;
import io.github.csscallback.client.records.CallbackRecord;
import io.github.csscallback.client.records.CallbackRecordQuery;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.field.SecretText;
import io.github.csscallback.core.template.Site;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
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
    private final RateLimiter pace;

    /**
     * Actions at a site.
     *
     * @param site only one has records
     * @param clock for keeping requests apart
     */
    public RecordActions(ApiCaller caller, Site site, Clock clock) {
        this.caller = caller;
        this.site = site;
        this.pace = new RateLimiter(clock, BETWEEN_REQUESTS);
    }

    /**
     * Reads records.
     *
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

    private ObjectNode page(CallbackRecordQuery query, int number) {
        caller.sleep(LIST, pace.untilTurn());
        return caller.call(ApiCall.of(LIST, Json.bytes(parameters(query, number)), RetrySafety.READ));
    }

    private static ObjectNode parameters(CallbackRecordQuery query, int number) {
        ObjectNode parameters = Json.object()
                .put("StartTime", ApiTime.format(query.from()))
                .put("EndTime", ApiTime.format(query.to()))
                .put("StreamName", query.streamName())
                .put("PageNum", number)
                .put("PageSize", query.pageSize());
        EventType type = query.type();
        if (type != null) {
            parameters.put("EventType", type.number());
        }
        Long resultCode = query.resultCode();
        if (resultCode != null) {
            parameters.put("ResultCode", resultCode);
        }
        return parameters;
    }

    private static CallbackRecord record(ObjectNode info) {
        Long type = ResponseMembers.number(info, "EventType");
        return new CallbackRecord(
                ApiTime.parse(ResponseMembers.text(info, "EventTime")),
                type != null && type == type.intValue() ? EventType.of(type.intValue()) : null,
                ResponseMembers.text(info, "StreamId"),
                secret(ResponseMembers.text(info, "Request")),
                secret(ResponseMembers.text(info, "Response")),
                ApiTime.parse(ResponseMembers.text(info, "ResponseTime")),
                ResponseMembers.number(info, "ResultCode"));
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
                ObjectNode response = page(query, page);
                ResponseMembers.objects(response, "DataInfoList").forEach(info -> fetched.add(record(info)));
                last = fetched.isEmpty() || isLast(response);
            }
            return !fetched.isEmpty();
        }

        private boolean isLast(ObjectNode response) {
            Long pages = ResponseMembers.number(response, "TotalPage");
            return pages != null ? page >= pages : fetched.size() < query.pageSize();
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
