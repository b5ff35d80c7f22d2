package io.github.csscallback.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.core.field.JsonMembers;
import io.github.csscallback.core.field.SecretText;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A record is made by position, so two components of one type could be exchanged unnoticed. */
class ComponentNamesTest {

    static Stream<EventType> everyType() {
        return EventType.known().stream();
    }

    /** Gives every simple component a value of its own, under its name in every way that CSS writes names. */
    @ParameterizedTest
    @MethodSource("everyType")
    void everyComponentIsReadFromTheMemberOfItsName(EventType type) throws ReflectiveOperationException {
        StringBuilder packet = new StringBuilder("{\"event_type\":").append(type.number());
        int value = 1000;
        List<RecordComponent> simple = new ArrayList<>();
        for (RecordComponent component : type.eventClass().getRecordComponents()) {
            if (isSimple(component.getType())) {
                simple.add(component);
                value++;
                for (String member : members(component.getName())) {
                    packet.append(",\"").append(member).append("\":").append(value);
                }
            }
        }
        CallbackEvent event = type.decode(JsonMembers.fields(packet.append('}').toString()), new ArrayList<>());
        value = 1000;
        for (RecordComponent component : simple) {
            value++;
            assertThat(plain(component.getAccessor().invoke(event)))
                    .as(component.getName())
                    .isEqualTo(Integer.toString(value));
        }
    }

    private static boolean isSimple(Class<?> type) {
        return type == String.class
                || type == SecretText.class
                || type == Long.class
                || type == Integer.class
                || type == Double.class;
    }

    private static String plain(Object value) {
        if (value instanceof SecretText secret) {
            return secret.reveal();
        }
        return String.valueOf(value).replaceAll("\\.0$", "");
    }

    /** The member's possible names: {@code file_size}, {@code appname}, {@code channelId}, {@code Score}. */
    private static List<String> members(String component) {
        if (component.equals("interfaceName")) {
            return List.of("interface"); // a keyword of Java
        }
        String snake = component.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        String joined = component.toLowerCase(Locale.ROOT);
        String capital = component.substring(0, 1).toUpperCase(Locale.ROOT) + component.substring(1);
        return Stream.of(snake, joined, component, capital).distinct().toList();
    }
}
