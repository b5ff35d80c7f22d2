package io.github.csscallback.cli.records;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.csscallback.cli.output.TextFormat;
import io.github.csscallback.client.records.CallbackRecord;
import io.github.csscallback.core.field.SecretText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A callback record under the API's field names, times in UTC, request and response as {@code ***} unless revealed. */
public final class RecordFields {

    private final boolean reveal;

    /**
     * @param reveal whether secret texts are printed
     */
    public RecordFields(boolean reveal) {
        this.reveal = reveal;
    }

    public ObjectNode json(CallbackRecord record) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("EventTime", time(record.eventTime()))
                .put("EventType", record.type() == null ? null : record.type().number())
                .put("StreamId", record.streamName())
                .put("Request", secret(record.request()))
                .put("Response", secret(record.response()))
                .put("ResponseTime", time(record.responseTime()));
        return node.put("ResultCode", record.resultCode());
    }

    /** In columns; the widths are guesses, since rows are printed as they come. */
    public String text(CallbackRecord record) {
        String result = record.resultCode() == null
                ? "no result"
                : record.isDelivered() ? "delivered" : "result " + record.resultCode();
        String line = TextFormat.padded(
                        record.eventTime() == null ? "-" : record.eventTime().toString(), 20)
                + "  "
                + TextFormat.padded(record.type() == null ? "-" : record.type().toString(), 24)
                + "  " + TextFormat.padded(result, 12)
                + "  " + TextFormat.printable(record.streamName() == null ? "-" : record.streamName());
        return reveal ? line + text("request", record.request()) + text("response", record.response()) : line;
    }

    private static String text(String name, @Nullable SecretText text) {
        return text == null
                ? ""
                : System.lineSeparator() + "    " + TextFormat.padded(name, 10) + TextFormat.printable(text.reveal());
    }

    private @Nullable String secret(@Nullable SecretText text) {
        return text == null ? null : reveal ? text.reveal() : text.toString();
    }

    private static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
