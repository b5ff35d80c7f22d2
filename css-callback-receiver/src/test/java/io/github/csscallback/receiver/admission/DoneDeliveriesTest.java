package io.github.csscallback.receiver.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DoneDeliveriesTest {

    private final DoneDeliveries done = new DoneDeliveries();

    @Test
    void whatIsAddedIsContainedUntilItIsRemoved() {
        DeliveryId id = new DeliveryId(1, 2);

        done.add(id, 10);
        assertThat(done.contains(id)).isTrue();
        assertThat(done.contains(new DeliveryId(2, 2))).isFalse();
        assertThat(done.contains(new DeliveryId(1, 3))).isFalse();
        assertThat(done.oldestUntil()).isEqualTo(10);

        done.removeOldest();
        assertThat(done.contains(id)).isFalse();
        assertThat(done.size()).isZero();
    }

    /** Few homes, so that nearly all stand behind others and every removal has a gap to close. */
    @Test
    void itIsTheSameAsAQueueAndASetWhateverIsAddedAndRemoved() {
        for (int seed = 0; seed < 20; seed++) {
            check(new Random(seed), seed);
        }
    }

    private static void check(Random random, int seed) {
        DoneDeliveries tested = new DoneDeliveries();
        ArrayDeque<DeliveryId> queue = new ArrayDeque<>();
        Set<DeliveryId> set = new HashSet<>();
        for (int step = 0; step < 4_000; step++) {
            boolean growing = (step / 500) % 2 == 0;
            DeliveryId id = new DeliveryId(random.nextInt(40), random.nextInt(1 << (1 + seed % 12)));
            if (random.nextInt(10) < (growing ? 7 : 3)) {
                if (set.add(id)) {
                    queue.addLast(id);
                    tested.add(id, step);
                }
            } else if (!queue.isEmpty()) {
                set.remove(queue.removeFirst());
                tested.removeOldest();
            }
            assertThat(tested.contains(id)).as("seed %s, step %s", seed, step).isEqualTo(set.contains(id));
            assertThat(tested.size()).isEqualTo(queue.size());
        }
        for (DeliveryId id : queue) {
            assertThat(tested.contains(id)).as("seed %s, %s", seed, id).isTrue();
        }
    }
}
