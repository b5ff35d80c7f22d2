package io.github.csscallback.receiver.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.csscallback.receiver.admission.Claim;
import io.github.csscallback.receiver.admission.ClaimToken;
import io.github.csscallback.receiver.admission.DeliveryId;
import io.github.csscallback.receiver.admission.DeliveryLog;
import io.github.csscallback.receiver.admission.InMemoryDeliveryLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InMemoryDeliveryLogTest extends DeliveryLogContract {

    private static final Duration LEASE = Duration.ofMinutes(10);

    @Override
    protected DeliveryLog createLog(Clock clock) {
        return InMemoryDeliveryLog.builder().clock(clock).build();
    }

    @Nested
    class Capacity {

        private final SettableClock clock = SettableClock.at(Instant.EPOCH);
        private final InMemoryDeliveryLog log =
                InMemoryDeliveryLog.builder().clock(clock).capacity(3).build();

        @Test
        void beyondItTheDeliveryThatWasDoneLongestAgoIsForgotten() {
            ClaimToken claimedFirst = first(1);
            log.done(first(2));
            log.done(claimedFirst);
            log.done(first(3));
            first(4);

            assertThat(claim(1)).isEqualTo(new Claim.Done());
            assertThat(claim(3)).isEqualTo(new Claim.Done());
            assertThat(claim(2)).isInstanceOf(Claim.First.class);
        }

        @Test
        void aDeliveryInProgressIsNotForgottenForAnother() {
            first(1);
            for (int number = 2; number < 100; number++) {
                log.done(first(number));
            }

            assertThat(claim(1)).isEqualTo(new Claim.InProgress());
            assertThat(claim(98)).isEqualTo(new Claim.Done());
            assertThat(claim(99)).isEqualTo(new Claim.Done());
        }

        @Test
        void whenAllPlacesAreInProgressAClaimThrowsAndSaysWhatToDo() {
            first(1);
            first(2);
            first(3);

            assertThatIllegalStateException()
                    .isThrownBy(() -> claim(4))
                    .withMessageContaining("all 3 places")
                    .withMessageContaining("larger capacity");
            assertThat(claim(1)).isEqualTo(new Claim.InProgress());
        }

        @Test
        void aPlaceIsFreeAgainWhenItsDeliveryIsDoneOrReleased() {
            first(1);
            ClaimToken second = first(2);
            ClaimToken third = first(3);

            log.release(second);
            first(4);
            log.done(third);
            first(5);
            assertThatIllegalStateException().isThrownBy(() -> claim(6));
        }

        @Test
        void leasesThatEndedMakeRoom() {
            first(1);
            clock.advance(LEASE.dividedBy(2));
            first(2);
            first(3);
            clock.advance(LEASE.dividedBy(2));

            first(4);
            assertThat(claim(2)).isEqualTo(new Claim.InProgress());
            assertThat(claim(3)).isEqualTo(new Claim.InProgress());
        }

        @Test
        void aNewClaimAfterALeaseNeedsNoFurtherPlace() {
            first(1);
            clock.advance(LEASE);
            first(2);
            first(3);

            assertThat(claim(1)).isInstanceOf(Claim.First.class);
        }

        @Test
        void memoriesThatEndedMakeRoomBeforeOthersAreForgotten() {
            log.done(first(1));
            clock.advance(log.remembers());
            log.done(first(2));
            log.done(first(3));
            first(4);

            assertThat(claim(2)).isEqualTo(new Claim.Done());
            assertThat(claim(3)).isEqualTo(new Claim.Done());
        }

        private Claim claim(int number) {
            return log.claim(new DeliveryId(0, number), LEASE);
        }

        private ClaimToken first(int number) {
            Claim claim = claim(number);
            assertThat(claim).isInstanceOf(Claim.First.class);
            return ((Claim.First) claim).token();
        }
    }

    /** Each thread has deliveries of its own, so that only the log's own state can be what they spoil for each other. */
    @ParameterizedTest
    @ValueSource(ints = {50_000, 1_000_000})
    void threadsDoNotSpoilEachOthersDeliveries(int capacity) throws Exception {
        InMemoryDeliveryLog log =
                InMemoryDeliveryLog.builder().capacity(capacity).build();
        int threads = 8;
        int each = 5_000;
        List<Callable<Integer>> work = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            long number = thread;
            work.add(() -> {
                int done = 0;
                for (int i = 0; i < each; i++) {
                    DeliveryId id = new DeliveryId(number, i);
                    log.release(((Claim.First) log.claim(id, LEASE)).token());
                    log.done(((Claim.First) log.claim(id, LEASE)).token());
                    done += log.claim(id, LEASE) instanceof Claim.Done ? 1 : 0;
                }
                return done;
            });
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (Future<Integer> done : pool.invokeAll(work)) {
                assertThat(done.get()).isEqualTo(each);
            }
        } finally {
            pool.shutdown();
        }
        int remembered = 0;
        for (int thread = 0; thread < threads; thread++) {
            for (int i = 0; i < each; i++) {
                remembered += log.claim(new DeliveryId(thread, i), LEASE) instanceof Claim.Done ? 1 : 0;
            }
        }
        assertThat(remembered).isEqualTo(threads * each);
    }

    /** Large ones are kept in parts. */
    @Nested
    class LargeCapacity {

        private static final int CAPACITY = 100_000;

        private final InMemoryDeliveryLog log =
                InMemoryDeliveryLog.builder().capacity(CAPACITY).build();

        @Test
        void holdsAboutThatManyAndForgetsWhatWasDoneLongestAgo() {
            List<DeliveryId> all = randomIds(2 * CAPACITY);
            all.forEach(id -> log.done(((Claim.First) claim(id)).token()));

            int nearlyAll = CAPACITY - CAPACITY / 20; // the parts are not filled equally fast
            assertThat(all.subList(all.size() - nearlyAll, all.size()))
                    .allSatisfy(id -> assertThat(claim(id)).isEqualTo(new Claim.Done()));
            assertThat(all.subList(0, nearlyAll))
                    .allSatisfy(id -> assertThat(claim(id)).isInstanceOf(Claim.First.class));
        }

        @Test
        void theLargestCapacityHasRoomInEveryPart() {
            InMemoryDeliveryLog largest =
                    InMemoryDeliveryLog.builder().capacity(Integer.MAX_VALUE).build();
            assertThat(randomIds(1_000))
                    .allSatisfy(id -> assertThat(largest.claim(id, LEASE)).isInstanceOf(Claim.First.class));
        }

        @Test
        void numbersInOrderDoForIdentitiesToo() {
            int nearlyAll = CAPACITY - CAPACITY / 20;
            for (int number = 0; number < nearlyAll; number++) {
                log.done(((Claim.First) claim(new DeliveryId(0, number))).token());
            }
            assertThat(claim(new DeliveryId(0, 0))).isEqualTo(new Claim.Done());
        }

        @Test
        void neverMoreThanItAreInProgress() {
            int taken = 0;
            for (DeliveryId id : randomIds(CAPACITY + CAPACITY / 50)) {
                try {
                    claim(id);
                    taken++;
                } catch (IllegalStateException full) {
                    assertThat(full).hasMessageContaining("larger capacity");
                }
            }
            assertThat(taken).isBetween(CAPACITY - CAPACITY / 20, CAPACITY);
        }

        private Claim claim(DeliveryId id) {
            return log.claim(id, LEASE);
        }

        private static List<DeliveryId> randomIds(int count) {
            Random random = new Random(65_536);
            return Stream.generate(() -> new DeliveryId(random.nextLong(), random.nextLong()))
                    .limit(count)
                    .toList();
        }
    }

    @Nested
    class Settings {

        @Test
        void aMemoryOfThirtyMinutesIsTheDefault() {
            assertThat(InMemoryDeliveryLog.builder().build().remembers()).isEqualTo(Duration.ofMinutes(30));
        }

        @Test
        void noCapacityIsRefused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> InMemoryDeliveryLog.builder().capacity(0))
                    .withMessageContaining("capacity");
            assertThatCode(() -> InMemoryDeliveryLog.builder().capacity(1)).doesNotThrowAnyException();
        }

        @Test
        void noMemoryIsRefused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> InMemoryDeliveryLog.builder().remembers(Duration.ZERO));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> InMemoryDeliveryLog.builder().remembers(Duration.ofSeconds(-1)));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> InMemoryDeliveryLog.builder()
                            .remembers(Duration.ofDays(365).plusNanos(1)));
            assertThat(InMemoryDeliveryLog.builder()
                            .remembers(Duration.ofNanos(1))
                            .build()
                            .remembers())
                    .isEqualTo(Duration.ofNanos(1));
        }
    }
}
