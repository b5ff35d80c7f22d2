package io.github.csscallback.receiver.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.csscallback.testsupport.Seeds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimTableTest {

    private static final IdempotencyKey ID = new IdempotencyKey(1, 2);

    private final ClaimTable deliveries = new ClaimTable();

    @Test
    void whatIsAddedIsInProgressThenDoneThenForgotten() {
        deliveries.add(ID, 7, 10);
        int row = deliveries.find(ID);
        assertThat(deliveries.isDone(row)).isFalse();
        assertThat(deliveries.isClaimedBy(row, 7)).isTrue();
        assertThat(deliveries.isClaimedBy(row, 8)).isFalse();
        assertThat(deliveries.until(row)).isEqualTo(10);
        assertThat(deliveries.oldestDone()).isEqualTo(ClaimTable.NONE);

        deliveries.setDone(row, 20);
        assertThat(deliveries.isDone(row)).isTrue();
        assertThat(deliveries.isClaimedBy(row, 7)).isFalse();
        assertThat(deliveries.until(row)).isEqualTo(20);
        assertThat(deliveries.oldestDone()).isEqualTo(row);

        deliveries.removeOldestDone();
        assertThat(deliveries.find(ID)).isEqualTo(ClaimTable.NONE);
        assertThat(deliveries.oldestDone()).isEqualTo(ClaimTable.NONE);
        assertThat(deliveries.size()).isZero();
    }

    @Test
    void bothHalvesOfAnIdentityCount() {
        deliveries.add(ID, 1, 10);
        assertThat(deliveries.find(new IdempotencyKey(2, 2))).isEqualTo(ClaimTable.NONE);
        assertThat(deliveries.find(new IdempotencyKey(1, 3))).isEqualTo(ClaimTable.NONE);
        assertThat(deliveries.find(new IdempotencyKey(1, 2L + (1L << 32)))).isEqualTo(ClaimTable.NONE);
    }

    @Test
    void noNumberOfAClaimIsTakenForOneThatIsDone() {
        deliveries.add(ID, 1, 10);
        deliveries.setDone(deliveries.find(ID), 20);
        for (long number = -3; number <= 3; number++) {
            assertThat(deliveries.isClaimedBy(deliveries.find(ID), number)).isFalse();
        }
    }

    @Test
    void rowsAreUsedAgain() {
        for (int number = 1; number <= 10_000; number++) {
            IdempotencyKey id = new IdempotencyKey(number, number);
            deliveries.add(id, number, 10);
            int row = deliveries.find(id);
            assertThat(row).as("row of number %s", number).isLessThan(2);
            if (number % 2 == 0) {
                deliveries.remove(row);
            } else {
                deliveries.setDone(row, 20);
                deliveries.removeOldestDone();
            }
        }
    }

    @Test
    void aTableThatCannotGrowKeepsWorkingWithWhatItHas() {
        for (int allocations = 2; allocations < 6; allocations++) {
            AtomicInteger left = new AtomicInteger(allocations);
            ClaimTable table = new ClaimTable(length -> {
                if (left.getAndDecrement() <= 0) {
                    throw new OutOfMemoryError("Java heap space");
                }
                return new long[length];
            });
            List<IdempotencyKey> added = new ArrayList<>();
            assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(() -> {
                for (int number = 1; ; number++) {
                    IdempotencyKey key = new IdempotencyKey(number, number);
                    table.add(key, number, 10);
                    added.add(key);
                }
            });

            assertThat(table.size()).isEqualTo(added.size());
            assertThat(added).allSatisfy(key -> assertThat(table.find(key)).isNotEqualTo(ClaimTable.NONE));
            table.remove(table.find(added.get(0)));
            table.add(new IdempotencyKey(0, 0), 1_000, 10);
            assertThat(table.isClaimedBy(table.find(new IdempotencyKey(0, 0)), 1_000))
                    .isTrue();
        }
    }

    @Test
    void aHeapTooSmallForTheCapacityForgetsTheOldestHandledInsteadOfFailingEveryClaim() {
        AtomicInteger allocations = new AtomicInteger();
        ClaimShard shard = new ClaimShard(1_000, new ClaimTable(length -> {
            if (allocations.incrementAndGet() > 2) {
                throw new OutOfMemoryError("Java heap space");
            }
            return new long[length];
        }));
        for (int number = 1; number <= 500; number++) {
            Claim claim = shard.claim(new IdempotencyKey(0, number), number, Duration.ofMinutes(10));
            assertThat(claim).isInstanceOf(Claim.Acquired.class);
            shard.markHandled(((Claim.Acquired) claim).token(), Long.MAX_VALUE);
        }

        assertThat(shard.claim(new IdempotencyKey(0, 500), 501, Duration.ofMinutes(10)))
                .isEqualTo(new Claim.AlreadyHandled());
        assertThat(allocations)
                .as("one attempt to grow, not one for each claim")
                .hasValue(3);
    }

    /** Few homes, so that nearly all stand behind others and every removal has a gap to close. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void theyAreTheSameAsMapsWhateverIsDoneToThem(int bits) {
        Seeds.run(10, random -> {
            Model model = new Model("bits " + bits);
            for (int step = 1; step <= 3_000; step++) {
                boolean growing = (step / 500) % 2 == 0;
                model.step(random, new IdempotencyKey(random.nextInt(20), random.nextInt(1 << bits)), step, growing);
            }
            model.check();
        });
    }

    /** The same in maps: those that are done in the order in which they were. */
    private static final class Model {

        private record Claimed(long number, long until) {}

        private final String name;
        private final ClaimTable tested = new ClaimTable();
        private final Map<IdempotencyKey, Claimed> inProgress = new LinkedHashMap<>();
        private final Map<IdempotencyKey, Long> done = new LinkedHashMap<>();

        Model(String name) {
            this.name = name;
        }

        void step(Random random, IdempotencyKey id, long step, boolean growing) {
            int chance = random.nextInt(100);
            if (chance < 1) {
                removeExpired(step);
            } else if (chance < (growing ? 10 : 60)) {
                removeOldestDone();
            } else if (inProgress.containsKey(id)) {
                changeInProgress(random, id, step);
            } else if (!done.containsKey(id)) {
                tested.add(id, step, step + 300);
                inProgress.put(id, new Claimed(step, step + 300));
            }
            checkOne(id);
        }

        private void changeInProgress(Random random, IdempotencyKey id, long step) {
            int row = tested.find(id);
            switch (random.nextInt(3)) {
                case 0 -> {
                    tested.renew(row, step, step + 200);
                    inProgress.put(id, new Claimed(step, step + 200));
                }
                case 1 -> {
                    tested.remove(row);
                    inProgress.remove(id);
                }
                default -> {
                    tested.setDone(row, step);
                    inProgress.remove(id);
                    done.put(id, step);
                }
            }
        }

        private void removeOldestDone() {
            if (!done.isEmpty()) {
                tested.removeOldestDone();
                done.remove(done.keySet().iterator().next());
            }
        }

        private void removeExpired(long now) {
            tested.removeExpired(now);
            inProgress.values().removeIf(claimed -> claimed.until() <= now);
        }

        private void checkOne(IdempotencyKey id) {
            int row = tested.find(id);
            Claimed claimed = inProgress.get(id);
            if (claimed != null) {
                assertThat(tested.isClaimedBy(row, claimed.number())).as(name).isTrue();
                assertThat(tested.until(row)).as(name).isEqualTo(claimed.until());
            } else if (done.containsKey(id)) {
                assertThat(tested.isDone(row)).as(name).isTrue();
                assertThat(tested.until(row)).as(name).isEqualTo(done.get(id));
            } else {
                assertThat(row).as(name).isEqualTo(ClaimTable.NONE);
            }
            assertThat(tested.size()).as(name).isEqualTo(inProgress.size() + done.size());
        }

        void check() {
            inProgress.keySet().forEach(this::checkOne);
            List<Long> untils = new ArrayList<>();
            List<Long> expected = List.copyOf(done.values());
            while (tested.oldestDone() != ClaimTable.NONE) {
                untils.add(tested.until(tested.oldestDone()));
                tested.removeOldestDone();
            }
            assertThat(untils).as(name).isEqualTo(expected);
            assertThat(tested.size()).as(name).isEqualTo(inProgress.size());
        }
    }
}
