package io.github.csscallback.receiver.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.csscallback.receiver.idempotency.Claim;
import io.github.csscallback.receiver.idempotency.ClaimToken;
import io.github.csscallback.receiver.idempotency.IdempotencyKey;
import io.github.csscallback.receiver.idempotency.IdempotencyStore;
import io.github.csscallback.receiver.idempotency.InMemoryIdempotencyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InMemoryIdempotencyStoreTest extends IdempotencyStoreContract {

    private static final Duration LEASE = Duration.ofMinutes(10);

    @Override
    protected IdempotencyStore createStore(Clock clock) {
        return InMemoryIdempotencyStore.builder().nanoTime(nanosOf(clock)).build();
    }

    private static LongSupplier nanosOf(Clock clock) {
        return () -> ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant());
    }

    @Nested
    class Capacity {

        private final SettableClock clock = SettableClock.at(Instant.EPOCH);
        private final InMemoryIdempotencyStore log = InMemoryIdempotencyStore.builder()
                .nanoTime(nanosOf(clock))
                .capacity(3)
                .build();

        @Test
        void beyondItTheDeliveryThatWasDoneLongestAgoIsForgotten() {
            ClaimToken claimedFirst = first(1);
            log.markHandled(first(2));
            log.markHandled(claimedFirst);
            log.markHandled(first(3));
            first(4);

            assertThat(claim(1)).isEqualTo(new Claim.AlreadyHandled());
            assertThat(claim(3)).isEqualTo(new Claim.AlreadyHandled());
            assertThat(claim(2)).isInstanceOf(Claim.Acquired.class);
        }

        @Test
        void aDeliveryInProgressIsNotForgottenForAnother() {
            first(1);
            for (int number = 2; number < 100; number++) {
                log.markHandled(first(number));
            }

            assertThat(claim(1)).isEqualTo(new Claim.InProgress());
            assertThat(claim(98)).isEqualTo(new Claim.AlreadyHandled());
            assertThat(claim(99)).isEqualTo(new Claim.AlreadyHandled());
        }

        @Test
        void whenAllClaimsAreInProgressANewOneThrowsAndNamesTheRemedy() {
            first(1);
            first(2);
            first(3);

            assertThatIllegalStateException()
                    .isThrownBy(() -> claim(4))
                    .withMessageContaining("all 3 events")
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
            log.markHandled(third);
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

            assertThat(claim(1)).isInstanceOf(Claim.Acquired.class);
        }

        @Test
        void memoriesThatEndedMakeRoomBeforeOthersAreForgotten() {
            log.markHandled(first(1));
            clock.advance(log.retention());
            log.markHandled(first(2));
            log.markHandled(first(3));
            first(4);

            assertThat(claim(2)).isEqualTo(new Claim.AlreadyHandled());
            assertThat(claim(3)).isEqualTo(new Claim.AlreadyHandled());
        }

        private Claim claim(int number) {
            return log.claim(new IdempotencyKey(0, number), LEASE);
        }

        private ClaimToken first(int number) {
            Claim claim = claim(number);
            assertThat(claim).isInstanceOf(Claim.Acquired.class);
            return ((Claim.Acquired) claim).token();
        }
    }

    /** Each thread has deliveries of its own, so that only the log's own state can be what they spoil for each other. */
    @ParameterizedTest
    @ValueSource(ints = {50_000, 1_000_000})
    void threadsDoNotSpoilEachOthersDeliveries(int capacity) throws Exception {
        InMemoryIdempotencyStore log =
                InMemoryIdempotencyStore.builder().capacity(capacity).build();
        int threads = 8;
        int each = 5_000;
        List<Callable<Integer>> work = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            long number = thread;
            work.add(() -> {
                int done = 0;
                for (int i = 0; i < each; i++) {
                    IdempotencyKey id = new IdempotencyKey(number, i);
                    log.release(((Claim.Acquired) log.claim(id, LEASE)).token());
                    log.markHandled(((Claim.Acquired) log.claim(id, LEASE)).token());
                    done += log.claim(id, LEASE) instanceof Claim.AlreadyHandled ? 1 : 0;
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
                remembered += log.claim(new IdempotencyKey(thread, i), LEASE) instanceof Claim.AlreadyHandled ? 1 : 0;
            }
        }
        assertThat(remembered).isEqualTo(threads * each);
    }

    /** Large ones are kept in parts. */
    @Nested
    class LargeCapacity {

        private static final int CAPACITY = 100_000;

        private final InMemoryIdempotencyStore log =
                InMemoryIdempotencyStore.builder().capacity(CAPACITY).build();

        @Test
        void holdsAboutThatManyAndForgetsWhatWasDoneLongestAgo() {
            List<IdempotencyKey> all = randomIds(2 * CAPACITY);
            all.forEach(id -> log.markHandled(((Claim.Acquired) claim(id)).token()));

            int nearlyAll = CAPACITY - CAPACITY / 20; // the parts are not filled equally fast
            assertThat(all.subList(all.size() - nearlyAll, all.size()))
                    .allSatisfy(id -> assertThat(claim(id)).isEqualTo(new Claim.AlreadyHandled()));
            assertThat(all.subList(0, nearlyAll))
                    .allSatisfy(id -> assertThat(claim(id)).isInstanceOf(Claim.Acquired.class));
        }

        @Test
        void theLargestCapacityHasRoomInEveryPart() {
            InMemoryIdempotencyStore largest = InMemoryIdempotencyStore.builder()
                    .capacity(Integer.MAX_VALUE)
                    .build();
            assertThat(randomIds(1_000))
                    .allSatisfy(id -> assertThat(largest.claim(id, LEASE)).isInstanceOf(Claim.Acquired.class));
        }

        @Test
        void numbersInOrderDoForIdentitiesToo() {
            int nearlyAll = CAPACITY - CAPACITY / 20;
            for (int number = 0; number < nearlyAll; number++) {
                log.markHandled(((Claim.Acquired) claim(new IdempotencyKey(0, number))).token());
            }
            assertThat(claim(new IdempotencyKey(0, 0))).isEqualTo(new Claim.AlreadyHandled());
        }

        @Test
        void neverMoreThanItAreInProgress() {
            int taken = 0;
            for (IdempotencyKey id : randomIds(CAPACITY + CAPACITY / 50)) {
                try {
                    claim(id);
                    taken++;
                } catch (IllegalStateException full) {
                    assertThat(full).hasMessageContaining("larger capacity");
                }
            }
            assertThat(taken).isBetween(CAPACITY - CAPACITY / 20, CAPACITY);
        }

        private Claim claim(IdempotencyKey id) {
            return log.claim(id, LEASE);
        }

        private static List<IdempotencyKey> randomIds(int count) {
            Random random = new Random(65_536);
            return Stream.generate(() -> new IdempotencyKey(random.nextLong() >>> 1, random.nextLong()))
                    .limit(count)
                    .toList();
        }
    }

    @Nested
    class UnsignedEvents {

        @Test
        void neverDisplaceSignedOnes() {
            InMemoryIdempotencyStore store =
                    InMemoryIdempotencyStore.builder().capacity(100).build();
            for (int number = 0; number < 100; number++) {
                handle(store, new IdempotencyKey(0, number));
            }
            for (int number = 0; number < 10_000; number++) {
                handle(store, new IdempotencyKey(Long.MIN_VALUE, number));
            }

            for (int number = 0; number < 100; number++) {
                assertThat(store.claim(new IdempotencyKey(0, number), LEASE)).isEqualTo(new Claim.AlreadyHandled());
            }
            assertThat(store.claim(new IdempotencyKey(Long.MIN_VALUE, 9_999), LEASE))
                    .isEqualTo(new Claim.AlreadyHandled());
            assertThat(store.claim(new IdempotencyKey(Long.MIN_VALUE, 0), LEASE))
                    .isInstanceOf(Claim.Acquired.class);
        }

        private static void handle(InMemoryIdempotencyStore store, IdempotencyKey key) {
            store.markHandled(((Claim.Acquired) store.claim(key, LEASE)).token());
        }
    }

    /** {@link System#nanoTime()} may begin anywhere and overflow. */
    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, Long.MAX_VALUE - 1})
    void leasesAndRetentionHoldWhereverTheMonotonicTimeBegins(long start) {
        AtomicLong nanos = new AtomicLong(start);
        InMemoryIdempotencyStore store =
                InMemoryIdempotencyStore.builder().nanoTime(nanos::get).build();
        IdempotencyKey key = new IdempotencyKey(1, 2);
        store.claim(key, LEASE);

        nanos.addAndGet(LEASE.toNanos() - 1);
        assertThat(store.claim(key, LEASE)).isEqualTo(new Claim.InProgress());
        nanos.addAndGet(1);
        store.markHandled(((Claim.Acquired) store.claim(key, LEASE)).token());
        nanos.addAndGet(store.retention().toNanos() - 1);
        assertThat(store.claim(key, LEASE)).isEqualTo(new Claim.AlreadyHandled());
        nanos.addAndGet(1);
        assertThat(store.claim(key, Duration.ofSeconds(Long.MAX_VALUE))).isInstanceOf(Claim.Acquired.class);
        nanos.addAndGet(Duration.ofDays(36_000).toNanos());
        assertThat(store.claim(key, LEASE)).isEqualTo(new Claim.InProgress());
    }

    @Nested
    class Settings {

        @Test
        void theConfigurationCanBeReadBack() {
            InMemoryIdempotencyStore store = InMemoryIdempotencyStore.builder()
                    .capacity(7)
                    .retention(Duration.ofHours(1))
                    .build();

            assertThat(store.capacity()).isEqualTo(7);
            assertThat(store).hasToString("InMemoryIdempotencyStore[capacity=7, retention=PT1H]");
        }

        @Test
        void aMemoryOfThirtyMinutesIsTheDefault() {
            assertThat(InMemoryIdempotencyStore.builder().build().retention()).isEqualTo(Duration.ofMinutes(30));
        }

        @Test
        void noCapacityIsRejected() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> InMemoryIdempotencyStore.builder().capacity(0))
                    .withMessageContaining("capacity");
            assertThatCode(() -> InMemoryIdempotencyStore.builder().capacity(1)).doesNotThrowAnyException();
        }

        @Test
        void noMemoryIsRejected() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> InMemoryIdempotencyStore.builder().retention(Duration.ZERO));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> InMemoryIdempotencyStore.builder().retention(Duration.ofSeconds(-1)));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> InMemoryIdempotencyStore.builder()
                            .retention(Duration.ofDays(365).plusNanos(1)));
            assertThat(InMemoryIdempotencyStore.builder()
                            .retention(Duration.ofNanos(1))
                            .build()
                            .retention())
                    .isEqualTo(Duration.ofNanos(1));
        }
    }
}
