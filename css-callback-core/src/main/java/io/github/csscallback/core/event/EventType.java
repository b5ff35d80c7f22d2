package io.github.csscallback.core.event;

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
 * A kind of callback: the number in {@code event_type}, the record that it becomes, and the field of a callback template
 * that holds its address. This is the one table of them; everything else asks here.
 *
 * <p>CSS adds kinds without notice, so this is not an enum: {@link #of(int)} takes any number. Two are equal if their
 * numbers are. Immutable and safe for use by several threads.
 *
 * <p>Sources: the pages named at each record; template fields from CreateLiveCallbackTemplate (intl 30815, zh 32637).
 */
public final class EventType {

    private static final List<EventType> TABLE = new ArrayList<>();

    /** Stream pushed. */
    public static final EventType STREAM_BEGIN =
            known(1, "StreamBeginNotifyUrl", StreamBeginEvent.class, StreamBeginEvent::from);

    /** Stream ended or interrupted. */
    public static final EventType STREAM_END =
            known(0, "StreamEndNotifyUrl", StreamEndEvent.class, StreamEndEvent::from);

    /** Streams mixed; CSS no longer uses its address. */
    public static final EventType STREAM_MIX =
            known(8, "StreamMixNotifyUrl", StreamMixEvent.class, StreamMixEvent::from);

    /** Recording file. */
    public static final EventType RECORD = known(100, "RecordNotifyUrl", RecordEvent.class, RecordEvent::from);

    /** Recording status. */
    public static final EventType RECORD_STATUS =
            known(332, "RecordStatusNotifyUrl", RecordStatusEvent.class, RecordStatusEvent::from);

    /** Abnormal recording. */
    public static final EventType RECORD_EXCEPTION =
            known(341, "RecordExceptionNotifyUrl", RecordExceptionEvent.class, RecordExceptionEvent::from);

    /** Screenshot. */
    public static final EventType SNAPSHOT = known(200, "SnapshotNotifyUrl", SnapshotEvent.class, SnapshotEvent::from);

    /** Image moderation. */
    public static final EventType PORN_CENSORSHIP =
            known(317, "PornCensorshipNotifyUrl", PornCensorshipEvent.class, PornCensorshipEvent::from);

    /** Audio moderation. */
    public static final EventType AUDIO_AUDIT =
            known(315, "AudioAuditNotifyUrl", AudioAuditEvent.class, AudioAuditEvent::from);

    /** Push error. */
    public static final EventType PUSH_EXCEPTION =
            known(321, "PushExceptionNotifyUrl", PushExceptionEvent.class, PushExceptionEvent::from);

    /** Relay task; its address is part of the task. */
    public static final EventType RELAY = known(314, null, RelayEvent.class, RelayEvent::from);

    /** Live monitoring; its address is part of the monitor. */
    public static final EventType MONITOR = known(328, null, MonitorEvent.class, MonitorEvent::from);

    /** Live subtitles; its address is set in the console. */
    public static final EventType SUBTITLE = known(338, null, SubtitleEvent.class, SubtitleEvent::from);

    /** Smart erase; its address is set in the console. */
    public static final EventType SMART_ERASE = known(347, null, SmartEraseEvent.class, SmartEraseEvent::from);

    /** Quality control; its address is set in the console. */
    public static final EventType QUALITY_CONTROL =
            known(343, null, QualityControlEvent.class, QualityControlEvent::from);

    /** Quality scores below the threshold; its address is set in the console. */
    public static final EventType ASSESSMENT_THRESHOLD =
            known(344, null, AssessmentThresholdEvent.class, EventType::thresholdOrAverage);

    /** Average of quality scores; its address is set in the console. */
    public static final EventType ASSESSMENT_AVERAGE =
            known(345, null, AssessmentAverageEvent.class, AssessmentAverageEvent::from);

    /** Live summary; its address is set in the console. */
    public static final EventType SUMMARY = known(348, null, SummaryEvent.class, SummaryEvent::from);

    /** Smart highlights; its address is set in the console. */
    public static final EventType HIGHLIGHT = known(349, null, HighlightEvent.class, HighlightEvent::from);

    /** By number, as every packet asks. */
    private static final @Nullable EventType[] BY_NUMBER = byNumber();

    private static final Map<Class<? extends CallbackEvent>, EventType> BY_RECORD =
            TABLE.stream().collect(Collectors.toUnmodifiableMap(EventType::eventClass, Function.identity()));
    private static final Map<String, EventType> BY_NAME =
            TABLE.stream().collect(Collectors.toUnmodifiableMap(EventType::recordName, Function.identity()));

    private final int number;
    private final @Nullable String templateField;
    private final Class<? extends CallbackEvent> eventClass;
    private final BiFunction<EventType, Fields, CallbackEvent> factory;

    private EventType(
            int number,
            @Nullable String templateField,
            Class<? extends CallbackEvent> eventClass,
            BiFunction<EventType, Fields, CallbackEvent> factory) {
        this.number = number;
        this.templateField = templateField;
        this.eventClass = eventClass;
        this.factory = factory;
    }

    private static @Nullable EventType[] byNumber() {
        int last = TABLE.stream().mapToInt(EventType::number).max().orElse(0);
        @Nullable EventType[] table = new EventType[last + 1];
        TABLE.forEach(type -> table[type.number()] = type);
        return table;
    }

    private static <E extends CallbackEvent> EventType known(
            int number, @Nullable String templateField, Class<E> record, Function<Fields, CallbackEvent> factory) {
        EventType type = new EventType(number, templateField, record, (self, fields) -> factory.apply(fields));
        TABLE.add(type);
        return type;
    }

    /** The samples of the average score carry the threshold's number; only the average has an average_score. */
    private static CallbackEvent thresholdOrAverage(Fields f) {
        return f.contains("average_score") ? AssessmentAverageEvent.from(f) : AssessmentThresholdEvent.from(f);
    }

    /**
     * The kind with a number.
     *
     * @param number the value of {@code event_type}
     * @return the known kind, or a new one whose record is {@link UnknownEvent}
     */
    public static EventType of(int number) {
        EventType known = number >= 0 && number < BY_NUMBER.length ? BY_NUMBER[number] : null;
        return known != null ? known : new EventType(number, null, UnknownEvent.class, UnknownEvent::from);
    }

    /**
     * The kind that a record belongs to.
     *
     * @param eventClass the class of a known event record
     * @return its kind
     * @throws IllegalArgumentException if it is not one of this package's records, or is {@link UnknownEvent}, which
     *     stands for many kinds
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
     * The known kind with a name.
     *
     * @param name a record's simple name, such as {@code RecordEvent}
     * @return the kind, or empty if no known kind has that name
     */
    public static Optional<EventType> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /**
     * All kinds that this version knows.
     *
     * @return an unmodifiable list
     */
    public static List<EventType> known() {
        return Collections.unmodifiableList(TABLE);
    }

    /**
     * The number.
     *
     * @return the value of {@code event_type}
     */
    public int number() {
        return number;
    }

    /**
     * The name: that of the record.
     *
     * @return for example {@code RecordEvent}; {@code UnknownEvent} if the kind is not known
     */
    public String recordName() {
        return eventClass.getSimpleName();
    }

    /**
     * Whether this version has a record for it.
     *
     * @return false if its events are {@link UnknownEvent}s
     */
    public boolean isKnown() {
        return eventClass != UnknownEvent.class;
    }

    /**
     * The record that events of this kind become.
     *
     * @return the class
     */
    public Class<? extends CallbackEvent> eventClass() {
        return eventClass;
    }

    /**
     * The field of a callback template that holds the address for this kind, by its name in the API.
     *
     * @return for example {@code RecordNotifyUrl}; empty where the address is set elsewhere: in the relay task (314), in
     *     the monitor (328) or in the console only (338, 343, 344, 345, 347, 348, 349)
     */
    public Optional<String> templateField() {
        return Optional.ofNullable(templateField);
    }

    /**
     * For the receiver: makes the event. Users get events from the receiver or from its {@code CallbackDecoder}.
     *
     * @param fields the packet's members
     * @param problems takes what was there but did not fit
     * @return the event; of another kind than this for an average score that came under the threshold's number (344)
     */
    public CallbackEvent decode(Fields fields, List<FieldProblem> problems) {
        return factory.apply(this, fields.noting(problems));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EventType that && that.number == number;
    }

    @Override
    public int hashCode() {
        return number;
    }

    /**
     * Number and name, for logs.
     *
     * @return for example {@code 100 RecordEvent}
     */
    @Override
    public String toString() {
        return number + " " + recordName();
    }
}
