package io.github.csscallback.testkit.internal.api.record;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.csscallback.testkit.internal.account.Account;
import io.github.csscallback.testkit.internal.api.message.ApiErrorException;
import io.github.csscallback.testkit.internal.api.message.ErrorCode;
import io.github.csscallback.testkit.internal.api.message.Parameters;
import io.github.csscallback.testkit.internal.api.message.ResponseContent;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The action that lists callback records, from the attempts of the simulator. */
public final class RecordHandlers {

    private static final String START = "StartTime";
    private static final String END = "EndTime";
    private static final String STREAM = "StreamName";
    private static final String PAGE = "PageNum";
    private static final String PAGE_SIZE = "PageSize";
    private static final String TYPE = "EventType";
    private static final String RESULT = "ResultCode";

    private static final Set<String> PARAMETERS = Set.of(START, END, STREAM, PAGE, PAGE_SIZE, TYPE, RESULT);

    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Duration KEPT = Duration.ofDays(14);
    private static final long LARGEST_PAGE = 100;

    private final Account account;
    private final RecordSource records;

    public RecordHandlers(Account account, RecordSource records) {
        this.account = account;
        this.records = records;
    }

    public ResponseContent list(Parameters parameters) {
        parameters.only(PARAMETERS);
        RecordTime start = time(parameters, START);
        Instant end = time(parameters, END).instant();
        checkWindow(start.instant(), end);
        String stream = parameters.requiredText(STREAM);
        if (stream.isEmpty()) {
            throw invalidValue(STREAM + " is empty; records are listed for one stream at a time");
        }
        long page = atLeastOne(parameters, PAGE);
        long size = atLeastOne(parameters, PAGE_SIZE);
        if (size > LARGEST_PAGE) {
            throw invalidValue(PAGE_SIZE + " must be at most " + LARGEST_PAGE);
        }
        @Nullable Long type = parameters.integer(TYPE);
        @Nullable Long result = parameters.integer(RESULT);
        List<DeliveryRecord> found = records.of(stream).stream()
                .filter(record -> isWithin(record.eventTime(), start.instant(), end))
                .filter(record -> type == null || record.eventType() == type)
                .filter(record -> result == null || record.resultCode() == result)
                .toList();
        return json -> write(json, found, page, size, start);
    }

    private static RecordTime time(Parameters parameters, String name) {
        return RecordTime.parse(parameters.requiredText(name))
                .orElseThrow(() -> invalidValue(
                        name + " must be a time as 2026-03-01T08:00:00Z, or 2026-03-01 16:00:00 in" + " Beijing time"));
    }

    private void checkWindow(Instant start, Instant end) {
        if (end.isBefore(start) || Duration.between(start, end).compareTo(LONGEST) > 0) {
            throw invalidValue(END + " must be after " + START + " by at most one day");
        }
        Instant now = account.now();
        if (start.isBefore(now.minus(KEPT))) {
            throw invalidValue(START + " must be within the last 14 days; it is " + now + " for the account");
        }
    }

    private static boolean isWithin(Instant time, Instant start, Instant end) {
        Instant shown = time.truncatedTo(ChronoUnit.SECONDS);
        return !shown.isBefore(start) && !shown.isAfter(end);
    }

    private static long atLeastOne(Parameters parameters, String name) {
        long number = parameters.requiredInteger(name);
        if (number < 1) {
            throw invalidValue(name + " must be at least 1");
        }
        return number;
    }

    private static ApiErrorException invalidValue(String message) {
        return new ApiErrorException(ErrorCode.INVALID_PARAMETER_VALUE, message);
    }

    private static void write(JsonGenerator json, List<DeliveryRecord> found, long page, long size, RecordTime form)
            throws IOException {
        long pages = (found.size() + size - 1) / size;
        long first = page > pages ? found.size() : (page - 1) * size;
        json.writeArrayFieldStart("DataInfoList");
        for (DeliveryRecord record : found.subList((int) first, (int) Math.min(first + size, found.size()))) {
            write(json, record, form);
        }
        json.writeEndArray();
        json.writeNumberField(PAGE, page);
        json.writeNumberField(PAGE_SIZE, size);
        json.writeNumberField("TotalNum", found.size());
        json.writeNumberField("TotalPage", pages);
    }

    private static void write(JsonGenerator json, DeliveryRecord record, RecordTime form) throws IOException {
        json.writeStartObject();
        json.writeStringField("EventTime", form.format(record.eventTime()));
        json.writeNumberField("EventType", record.eventType());
        json.writeStringField("Request", record.request());
        json.writeStringField("Response", record.response());
        json.writeStringField("ResponseTime", record.responseTime() == null ? "" : form.format(record.responseTime()));
        json.writeNumberField("ResultCode", record.resultCode());
        json.writeStringField("StreamId", record.streamId());
        json.writeEndObject();
    }
}
