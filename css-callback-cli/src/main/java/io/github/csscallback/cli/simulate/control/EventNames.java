package io.github.csscallback.cli.simulate.control;

import io.github.csscallback.core.event.EventType;
import java.util.stream.Collectors;

/** Event types as a body names them: by the record, such as {@code RecordEvent}, or by number, also an unknown one. */
public final class EventNames {

    static final String MEMBER = "event";

    private EventNames() {}

    static EventType in(ControlBody body) {
        String text = body.textOrNumber(MEMBER);
        if (text.matches("[0-9]{1,9}")) {
            return EventType.of(Integer.parseInt(text));
        }
        return EventType.named(text)
                .orElseThrow(() -> ControlException.field(
                        body.pathOf(MEMBER),
                        "there is no event of this name; give a number, or one of "
                                + EventType.known().stream()
                                        .map(EventType::recordName)
                                        .sorted()
                                        .collect(Collectors.joining(", "))));
    }
}
