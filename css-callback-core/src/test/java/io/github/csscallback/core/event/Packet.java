package io.github.csscallback.core.event;

import io.github.csscallback.core.field.FieldProblem;
import io.github.csscallback.core.field.Fields;
import io.github.csscallback.core.field.JsonMembers;
import io.github.csscallback.testsupport.DocumentedPackets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A packet decoded for a test: the event, and what did not fit. */
record Packet(CallbackEvent event, List<FieldProblem> problems) {

    /** Decodes a packet that names its type. */
    static Packet decode(String json) {
        Fields fields = JsonMembers.fields(json);
        List<FieldProblem> problems = new ArrayList<>();
        EventType type = EventType.of(Objects.requireNonNull(fields.intNumber("event_type")));
        return new Packet(type.decode(fields, problems), problems);
    }

    /** Decodes a packet and expects a record. */
    static <E extends CallbackEvent> E decode(Class<E> record, String json) {
        return record.cast(decode(json).event());
    }

    /** Decodes a packet of the documentation. */
    static Packet documented(String name) {
        return decode(DocumentedPackets.text(name));
    }
}
