package io.github.csscallback.receiver.internal.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.core.field.UnreadablePacketException;
import io.github.csscallback.core.internal.OneSlotPool;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Packets are not verified when they are read, so nothing of them may stay in a reader but its tables of fixed size. */
class ReaderMemoryTest {

    private final JsonReader reader = new JsonReader();

    @Test
    void aReaderHoldsNoMoreAfterAnyNumberOfDifferentPackets() throws IllegalAccessException {
        read("{\"list\":[" + object("name_", 1_000) + "]}");
        int entries = entriesHeld();
        for (int packet = 0; packet < 2_000; packet++) {
            read(object("name_" + packet + "_", 1 + packet % 40));
            read("{\"" + "x".repeat(packet % 300) + "\":{\"sign\":" + object("inner_" + packet, 3) + "}}");
            read("{\"t\":1,\"" + KnownNames.name(packet % KnownNames.count()) + "\":2,\"sign\":3}");
        }

        assertThat(entriesHeld()).isEqualTo(entries);
    }

    @Test
    void aReaderHoldsLittleAlsoAfterTheLargestPackets() throws IllegalAccessException {
        read("[" + "[],".repeat(9_000) + "[]]");
        read(object("x".repeat(200), 1_001));
        read("{\"t\":\"" + "x".repeat(1 << 20) + "\"}");
        read("{}");

        assertThat(entriesHeld()).isLessThan(10_000);
    }

    private void read(String json) {
        try {
            assertThat(reader.read(json.getBytes(StandardCharsets.UTF_8)).start(0))
                    .isZero();
        } catch (UnreadablePacketException e) {
            assertThat(e).hasMessageMatching("(more than|a name is longer than|a name stands twice) .*");
        }
    }

    private static String object(String prefix, int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> '"' + prefix + i + "\":1")
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** All fields and elements of arrays that can be reached from the reader. */
    private int entriesHeld() throws IllegalAccessException {
        return entriesOf(reader, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static int entriesOf(@Nullable Object object, Set<Object> seen) throws IllegalAccessException {
        if (object == null || !seen.add(object)) {
            return 0;
        }
        if (object.getClass().isArray()) {
            int entries = Array.getLength(object);
            for (int i = 0; object instanceof Object[] array && i < array.length; i++) {
                entries += entriesOf(array[i], seen);
            }
            return entries;
        }
        if (object instanceof OneSlotPool<?> pool) {
            return entriesOfPooled(pool, seen);
        }
        assertThat(object.getClass().getName()).startsWith("io.github.csscallback.");
        int entries = 0;
        for (Field field : object.getClass().getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                field.setAccessible(true);
                entries++;
                entries += field.getType().isPrimitive() ? 0 : entriesOf(field.get(object), seen);
            }
        }
        return entries;
    }

    private static <T> int entriesOfPooled(OneSlotPool<T> pool, Set<Object> seen) throws IllegalAccessException {
        T pooled = pool.take();
        pool.release(pooled);
        return entriesOf(pooled, seen);
    }
}
