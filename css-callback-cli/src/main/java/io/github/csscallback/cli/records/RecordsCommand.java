package io.github.csscallback.cli.records;

import io.github.csscallback.cli.convert.EventTypeConverter;
import io.github.csscallback.cli.convert.InstantConverter;
import io.github.csscallback.cli.output.Output;
import io.github.csscallback.cli.output.OutputOptions;
import io.github.csscallback.cli.process.CliEnvironment;
import io.github.csscallback.cli.process.WrongUsageException;
import io.github.csscallback.cli.service.ServiceOptions;
import io.github.csscallback.client.CssCallbackClient;
import io.github.csscallback.client.records.CallbackRecord;
import io.github.csscallback.client.records.CallbackRecordQuery;
import io.github.csscallback.core.event.EventType;
import java.time.Instant;
import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code css-callback records}: what CSS says it delivered. */
@Command(
        name = "records",
        header = "Print what CSS says it delivered for one stream.",
        description = {
            "",
            "At most one day of the last 14, Chinese site only, one record a line as the pages come. It is monitoring data:"
                    + " a record names neither domain nor address, and not every event type is known to be recorded."
                    + " ResultCode 0 is success.",
            ""
        })
public final class RecordsCommand implements Callable<Integer> {

    private final CliEnvironment environment;

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Option(names = "--stream", paramLabel = "NAME", required = true, description = "The exact name of the stream.")
    @SuppressWarnings("NullAway.Init") // picocli sets it, since it is required
    private String stream;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            required = true,
            converter = InstantConverter.class,
            description = "From when on, for example 2026-03-14T09:00:00Z.")
    @SuppressWarnings("NullAway.Init") // picocli sets it, since it is required
    private Instant from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            required = true,
            converter = InstantConverter.class,
            description = "Until when, at most one day later.")
    @SuppressWarnings("NullAway.Init") // picocli sets it, since it is required
    private Instant to;

    @Option(
            names = "--event-type",
            paramLabel = "N",
            converter = EventTypeConverter.class,
            completionCandidates = EventTypeConverter.Names.class,
            description = "Only this event type, by number (100) or name (RecordEvent).")
    private @Nullable EventType type;

    @Option(
            names = "--reveal",
            description = "Print request and response, which may hold signatures and the parameters of push addresses,"
                    + " instead of ***.")
    private boolean reveal;

    public RecordsCommand(CliEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Output out = output.in(environment);
        if (!service.site().listsCallbackRecords()) {
            throw new WrongUsageException("only --site china has such records");
        }
        CallbackRecordQuery query = query();
        RecordFields fields = new RecordFields(reveal);
        long count = 0;
        try (CssCallbackClient client = service.client(environment, out);
                Stream<CallbackRecord> records = client.callbackRecords(query)) {
            Iterator<CallbackRecord> each = records.iterator();
            while (each.hasNext()) {
                CallbackRecord record = each.next();
                out.result(fields.json(record), () -> fields.text(record));
                count++;
            }
        }
        if (count == 0) {
            out.say("there is no record of that stream and time");
        }
        return 0;
    }

    private CallbackRecordQuery query() {
        try {
            CallbackRecordQuery.Builder query =
                    CallbackRecordQuery.ofStream(stream).between(from, to);
            if (type != null) {
                query.type(type);
            }
            return query.build();
        } catch (IllegalArgumentException e) {
            throw WrongUsageException.of(e);
        }
    }
}
