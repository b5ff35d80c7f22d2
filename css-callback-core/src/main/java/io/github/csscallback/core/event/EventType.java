package io.github.csscallback.core.event;

import io.github.csscallback.core.field.FieldProblem;
import io.github.csscallback.core.field.Fields;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The type of a callback event, with everything that differs by type: the number in {@code event_type}, the record it
 * is decoded to, the template field that holds its address, whether CSS signs it, the members that identify an event,
 * how CSS repeats a delivery and how long it waits for the response. This is the one table; a new type is one record
 * and one row here.
 *
 * <p>CSS adds types without notice, so this is not an enum: {@link #of(int)} accepts any number. Two types are equal if
 * their numbers are. Immutable and safe for use by several threads.
 *
 * @see <a href="https://www.tencentcloud.com/document/product/267/38080">How to receive callbacks: retries, time limit</a>
 * @see <a href="https://www.tencentcloud.com/document/product/267/30815">CreateLiveCallbackTemplate: the template's fields</a>
 */
public final class EventType {

    private static final List<EventType> TABLE = new ArrayList<>();

    private static final RetrySchedule TWELVE_TIMES = new RetrySchedule(12, Duration.ofMinutes(1));
    /** The interval is not documented for 338 and 347. */
    private static final RetrySchedule THREE_TIMES = new RetrySchedule(3, Duration.ofMinutes(1));

    /** Stream pushed. */
    public static final EventType STREAM_BEGIN = row(1, StreamBeginEvent.class, StreamBeginEvent::from)
            .templateField("StreamBeginNotifyUrl")
            .identity("sequence")
            .retries(TWELVE_TIMES)
            .add();

    /** Stream ended or interrupted. */
    public static final EventType STREAM_END = row(0, StreamEndEvent.class, StreamEndEvent::from)
            .templateField("StreamEndNotifyUrl")
            .identity("sequence")
            .retries(TWELVE_TIMES)
            .add();

    /** Streams mixed; CSS no longer uses its address. */
    public static final EventType STREAM_MIX = row(8, StreamMixEvent.class, StreamMixEvent::from)
            .templateField("StreamMixNotifyUrl")
            .retries(THREE_TIMES)
            .add();

    /** Recording file. */
    public static final EventType RECORD = row(100, RecordEvent.class, RecordEvent::from)
            .templateField("RecordNotifyUrl")
            .identity("file_id", "video_url")
            .retries(TWELVE_TIMES)
            .add();

    /** Recording status. */
    public static final EventType RECORD_STATUS = row(332, RecordStatusEvent.class, RecordStatusEvent::from)
            .templateField("RecordStatusNotifyUrl")
            .identity("session_id", "record_event", "seq")
            .add();

    /** Abnormal recording. */
    public static final EventType RECORD_EXCEPTION = row(341, RecordExceptionEvent.class, RecordExceptionEvent::from)
            .templateField("RecordExceptionNotifyUrl")
            .add();

    /** Screenshot. */
    public static final EventType SNAPSHOT = row(200, SnapshotEvent.class, SnapshotEvent::from)
            .templateField("SnapshotNotifyUrl")
            .retries(new RetrySchedule(5, Duration.ofMinutes(2)))
            .add();

    /** Image moderation. */
    public static final EventType PORN_CENSORSHIP = row(317, PornCensorshipEvent.class, PornCensorshipEvent::from)
            .templateField("PornCensorshipNotifyUrl")
            .identity("img", "screenshotTime")
            .retries(TWELVE_TIMES)
            .add();

    /** Audio moderation. */
    public static final EventType AUDIO_AUDIT = row(315, AudioAuditEvent.class, AudioAuditEvent::from)
            .templateField("AudioAuditNotifyUrl")
            .identity("request_id")
            .retries(TWELVE_TIMES)
            .add();

    /** Push error. */
    public static final EventType PUSH_EXCEPTION = row(321, PushExceptionEvent.class, PushExceptionEvent::from)
            .templateField("PushExceptionNotifyUrl")
            .responseTimeout(Duration.ofSeconds(5), "timeout")
            .add();

    /** Relay task; its address is part of the task. */
    public static final EventType RELAY = row(314, RelayEvent.class, RelayEvent::from)
            .unsigned()
            .identityRequires("event_time")
            .add();

    /** Live monitoring; its address is part of the monitor. */
    public static final EventType MONITOR =
            row(328, MonitorEvent.class, MonitorEvent::from).unsigned().add();

    /** Live subtitles; its address is set in the console. */
    public static final EventType SUBTITLE = row(338, SubtitleEvent.class, SubtitleEvent::from)
            .retries(THREE_TIMES)
            .add();

    /** Smart erase; its address is set in the console. */
    public static final EventType SMART_ERASE = row(347, SmartEraseEvent.class, SmartEraseEvent::from)
            .retries(THREE_TIMES)
            .add();

    /** Quality control; its address is set in the console. */
    public static final EventType QUALITY_CONTROL =
            row(343, QualityControlEvent.class, QualityControlEvent::from).add();

    /** Quality scores below the threshold; its address is set in the console. */
    public static final EventType ASSESSMENT_THRESHOLD = row(
                    344, AssessmentThresholdEvent.class, EventType::thresholdOrAverage)
            .add();

    /** Average of quality scores; its address is set in the console. */
    public static final EventType ASSESSMENT_AVERAGE =
            row(345, AssessmentAverageEvent.class, AssessmentAverageEvent::from).add();

    /** Live summary; its address is set in the console. */
    public static final EventType SUMMARY =
            row(348, SummaryEvent.class, SummaryEvent::from).add();

    /** Smart highlights; its address is set in the console. */
    public static final EventType HIGHLIGHT =
            row(349, HighlightEvent.class, HighlightEvent::from).add();

    /** Every packet is looked up here. */
    private static final @Nullable EventType[] BY_NUMBER = byNumber();

    private static final Map<Class<? extends CallbackEvent>, EventType> BY_RECORD =
            TABLE.stream().collect(Collectors.toUnmodifiableMap(EventType::eventClass, Function.identity()));
    private static final Map<String, EventType> BY_NAME =
            TABLE.stream().collect(Collectors.toUnmodifiableMap(EventType::recordName, Function.identity()));

    private final int number;
    private final Class<? extends CallbackEvent> eventClass;
    private final BiFunction<EventType, Fields, CallbackEvent> factory;
    private final @Nullable String templateField;
    private final boolean signed;
    private final List<String> identityMembers;
    private final @Nullable String identityRequires;
    private final RetrySchedule retrySchedule;
    private final Duration responseTimeout;
    private final @Nullable String responseTimeoutMember;

    private EventType(Row row) {
        this.number = row.number;
        this.eventClass = row.eventClass;
        this.factory = row.factory;
        this.templateField = row.templateField;
        this.signed = row.signed;
        this.identityMembers = row.identityMembers;
        this.identityRequires = row.identityRequires;
        this.retrySchedule = row.retrySchedule;
        this.responseTimeout = row.responseTimeout;
        this.responseTimeoutMember = row.responseTimeoutMember;
    }

    /** A row of the table; what is not set is what holds for a type that nothing is documented about. */
    private static final class Row {
        private final int number;
        private final Class<? extends CallbackEvent> eventClass;
        private final BiFunction<EventType, Fields, CallbackEvent> factory;
        private @Nullable String templateField;
        private boolean signed = true;
        private List<String> identityMembers = List.of();
        private @Nullable String identityRequires;
        private RetrySchedule retrySchedule = TWELVE_TIMES;
        private Duration responseTimeout = Duration.ofSeconds(20);
        private @Nullable String responseTimeoutMember;

        Row(
                int number,
                Class<? extends CallbackEvent> eventClass,
                BiFunction<EventType, Fields, CallbackEvent> factory) {
            this.number = number;
            this.eventClass = eventClass;
            this.factory = factory;
        }

        Row templateField(String name) {
            templateField = name;
            return this;
        }

        Row unsigned() {
            signed = false;
            return this;
        }

        Row identity(String... members) {
            identityMembers = List.of(members);
            return this;
        }

        Row identityRequires(String member) {
            identityRequires = member;
            return this;
        }

        Row retries(RetrySchedule schedule) {
            retrySchedule = schedule;
            return this;
        }

        Row responseTimeout(Duration usual, String member) {
            responseTimeout = usual;
            responseTimeoutMember = member;
            return this;
        }

        EventType add() {
            EventType type = new EventType(this);
            TABLE.add(type);
            return type;
        }
    }

    private static <E extends CallbackEvent> Row row(
            int number, Class<E> record, Function<Fields, ? extends CallbackEvent> factory) {
        return new Row(number, record, (self, fields) -> factory.apply(fields));
    }

    private static @Nullable EventType[] byNumber() {
        int last = TABLE.stream().mapToInt(EventType::number).max().orElse(0);
        @Nullable EventType[] table = new EventType[last + 1];
        TABLE.forEach(type -> table[type.number()] = type);
        return table;
    }

    /** The samples of the average score carry the threshold's number; only the average has an average_score. */
    private static CallbackEvent thresholdOrAverage(Fields f) {
        return f.contains("average_score") ? AssessmentAverageEvent.from(f) : AssessmentThresholdEvent.from(f);
    }

    /**
     * Returns the type with the given number.
     *
     * @param number the value of {@code event_type}
     * @return the known type, or a new one whose events are {@link UnknownEvent}s
     */
    public static EventType of(int number) {
        EventType known = number >= 0 && number < BY_NUMBER.length ? BY_NUMBER[number] : null;
        return known != null ? known : new EventType(new Row(number, UnknownEvent.class, UnknownEvent::from));
    }

    /**
     * Returns the type whose events are instances of the given record.
     *
     * @param eventClass the class of a known event record
     * @return its type
     * @throws IllegalArgumentException if it is not one of this package's event records, or is {@link UnknownEvent},
     *     which many types share
     */
    public static EventType of(Class<? extends CallbackEvent> eventClass) {
        EventType type = BY_RECORD.get(eventClass);
        if (type == null) {
            throw new IllegalArgumentException(eventClass.getSimpleName()
                    + " does not stand for one event type; give the number with EventType.of(int)");
        }
        return type;
    }

    /**
     * Looks up a known type by name.
     *
     * @param name a record's simple name, such as {@code RecordEvent}
     * @return the type, or empty if no known type has that name
     */
    public static Optional<EventType> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** All types that this version knows, as an unmodifiable list. */
    public static List<EventType> known() {
        return Collections.unmodifiableList(TABLE);
    }

    /** The value of {@code event_type}. */
    public int number() {
        return number;
    }

    /** The simple name of the record, such as {@code RecordEvent}; {@code UnknownEvent} if the type is not known. */
    public String recordName() {
        return eventClass.getSimpleName();
    }

    /** Whether this version has a record for the type; otherwise its events are {@link UnknownEvent}s. */
    public boolean isKnown() {
        return eventClass != UnknownEvent.class;
    }

    /** The record that events of this type are decoded to. */
    public Class<? extends CallbackEvent> eventClass() {
        return eventClass;
    }

    /**
     * Looks up the field of a callback template that holds the address for this type, by its name in the API.
     *
     * @return for example {@code RecordNotifyUrl}; empty where the address is set elsewhere: in the relay task (314),
     *     in the monitor (328) or in the console only (338, 343, 344, 345, 347, 348, 349)
     */
    public Optional<String> templateField() {
        return Optional.ofNullable(templateField);
    }

    /**
     * Whether CSS signs events of this type where the template has a key. False for 314 and 328, whose packets have
     * neither {@code sign} nor {@code t}, so that anybody who knows the address can send one.
     */
    public boolean isSigned() {
        return signed;
    }

    /**
     * The members whose values, together with the stream, are equal in every delivery of one event and differ between
     * events. No packet has an event id.
     *
     * @return the names of the members; empty if only the whole content identifies an event
     */
    public List<String> identityMembers() {
        return identityMembers;
    }

    /**
     * The member without which two equal packets may be two events, so that none of them is a duplicate.
     *
     * @return {@code event_time} for 314, whose packets carried no time before 2025; null if equal packets are one
     *     event
     */
    public @Nullable String identityRequires() {
        return identityRequires;
    }

    /**
     * How CSS repeats a delivery that was not acknowledged. Documented for 0, 1, 100, 315 and 317 (12 times, 1 minute
     * apart), 200 (5 times, 2 minutes apart), 8 (3 times, 1 minute apart, in 2019), 338 and 347 (3 times, interval not
     * documented: 1 minute). For other types nothing is documented and the usual 12 times are assumed. The
     * documentation changed these numbers more than once; do not depend on them.
     */
    public RetrySchedule retrySchedule() {
        return retrySchedule;
    }

    /** How long CSS waits for the response: 20 seconds, 5 for 321. */
    public Duration responseTimeout() {
        return responseTimeout;
    }

    /**
     * How long CSS waits for the response to one packet: {@link #responseTimeout()}, or less where the packet demands it
     * itself (321, {@code timeout}).
     *
     * @param packet the packet's members
     * @return the time as the packet gives it, even if that is not positive
     */
    public Duration responseTimeout(Fields packet) {
        Duration own = responseTimeoutMember == null ? null : packet.millis(responseTimeoutMember);
        return own != null && own.compareTo(responseTimeout) < 0 ? own : responseTimeout;
    }

    /**
     * For the receiver: creates the event. Users get events from the receiver or from its {@code CallbackDecoder}.
     *
     * @param fields the packet's members
     * @param problems receives the members that were present but did not have the documented form
     * @return the event; of another type than this for an average score that came under the threshold's number (344)
     */
    public CallbackEvent decode(Fields fields, List<FieldProblem> problems) {
        return factory.apply(this, fields.collecting(problems));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EventType that && that.number == number;
    }

    @Override
    public int hashCode() {
        return number;
    }

    /** Number and name, such as {@code 100 RecordEvent}. */
    @Override
    public String toString() {
        return number + " " + recordName();
    }
}
