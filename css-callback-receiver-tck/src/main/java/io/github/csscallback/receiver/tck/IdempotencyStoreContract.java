package io.github.csscallback.receiver.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.receiver.idempotency.Claim;
import io.github.csscallback.receiver.idempotency.ClaimToken;
import io.github.csscallback.receiver.idempotency.IdempotencyKey;
import io.github.csscallback.receiver.idempotency.IdempotencyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The contract of a {@link IdempotencyStore} as tests. Inherit it for your implementation:
 *
 * <pre>{@code
 * class JdbcIdempotencyStoreTest extends IdempotencyStoreContract {
 *
 *     @Override
 *     protected IdempotencyStore createStore(Clock clock) {
 *         return new JdbcIdempotencyStore(emptyDatabase(), clock);
 *     }
 * }
 * }</pre>
 *
 * <p>It needs JUnit Jupiter 5.10 or later, which your project brings.
 *
 * <p>It is for stores that take the time from the {@link Clock} they are given. Where a database has its own time, as with
 * keys that expire in a server, override {@link #letPass} to move or await that time, and {@link #lease()} and the store's
 * {@code retention()} to lengths that can be waited for. The tests look {@link #margin()} before and after the end of a
 * lease or retention, never at the very instant.
 *
 * <p>It does not show that several processes see each other's claims, nor what the store does when its database fails: test
 * that with your database. A store may throw then, and the receiver handles it.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class IdempotencyStoreContract {

    private static final int THREADS = 16;

    private final SettableClock clock = SettableClock.at(Instant.parse("2026-01-01T00:00:00Z"));
    private IdempotencyStore store;

    /** For subclasses. */
    protected IdempotencyStoreContract() {}

    /**
     * Creates an empty store for one test, large enough for 1000 events.
     *
     * @param clock the time for the store; {@link #letPass} moves it
     * @return an empty store
     * @throws Exception if there is none, so that the test fails
     */
    protected abstract IdempotencyStore createStore(Clock clock) throws Exception;

    /**
     * Returns the lease that the tests use.
     *
     * @return 10 minutes; at least three times {@link #margin()}
     */
    protected Duration lease() {
        return Duration.ofMinutes(10);
    }

    /**
     * Returns how long before and after the end of a lease or retention the tests look: more than your store rounds times by.
     *
     * @return 1 second
     */
    protected Duration margin() {
        return Duration.ofSeconds(1);
    }

    /**
     * Lets time pass for the store.
     *
     * @param time how long
     * @throws Exception if it cannot, so that the test fails
     */
    protected void letPass(Duration time) throws Exception {
        clock.advance(time);
    }

    @BeforeEach
    final void startWithAnEmptyStore() throws Exception {
        store = createStore(clock);
    }

    // In progress

    @Test
    final void theFirstClaimOfADeliveryIsFirst() {
        assertThat(claim(id(1))).isInstanceOf(Claim.Acquired.class);
    }

    @Test
    final void theTokenNamesTheDeliveryThatWasClaimed() {
        assertThat(first(id(1)).key()).isEqualTo(id(1));
    }

    @Test
    final void aClaimedDeliveryIsInProgress() {
        first(id(1));

        assertThat(claim(id(1))).isEqualTo(new Claim.InProgress());
        assertThat(claim(id(1))).isEqualTo(new Claim.InProgress());
    }

    @Test
    final void aDeliveryIsInProgressUntilItsLeaseEnds() throws Exception {
        first(id(1));

        letPass(lease().minus(margin()));
        assertThat(claim(id(1))).isEqualTo(new Claim.InProgress());
    }

    @Test
    final void anAskerDoesNotProlongTheLeaseOfTheHolder() throws Exception {
        first(id(1));
        letPass(lease().minus(margin()));
        claim(id(1));

        letPass(margin().multipliedBy(2));
        assertThat(claim(id(1))).isInstanceOf(Claim.Acquired.class);
    }

    @Test
    final void afterItsLeaseADeliveryCanBeClaimedAgainUnderAnotherToken() throws Exception {
        ClaimToken expired = first(id(1));

        letPass(lease().plus(margin()));
        assertThat(first(id(1))).isNotEqualTo(expired);
        assertThat(claim(id(1))).isEqualTo(new Claim.InProgress());
    }

    @Test
    final void eachClaimHasItsOwnLease() throws Exception {
        Duration shorter = lease().minus(margin().multipliedBy(2));
        store.claim(id(1), shorter);
        store.claim(id(2), lease());

        letPass(shorter.plus(margin()));
        assertThat(claim(id(1))).isInstanceOf(Claim.Acquired.class);
        assertThat(claim(id(2))).isEqualTo(new Claim.InProgress());
    }

    // Done

    @Test
    final void aDoneDeliveryIsDone() {
        store.markHandled(first(id(1)));

        assertThat(claim(id(1))).isEqualTo(new Claim.AlreadyHandled());
        assertThat(claim(id(1))).isEqualTo(new Claim.AlreadyHandled());
    }

    @Test
    final void aDoneDeliveryIsRememberedForTheTimeThatTheLogPromises() throws Exception {
        store.markHandled(first(id(1)));

        letPass(store.retention().minus(margin()));
        assertThat(claim(id(1))).isEqualTo(new Claim.AlreadyHandled());
    }

    @Test
    final void aDoneDeliveryIsForgottenAfterThatTime() throws Exception {
        store.markHandled(first(id(1)));

        letPass(store.retention().plus(margin()));
        assertThat(claim(id(1))).isInstanceOf(Claim.Acquired.class);
    }

    @Test
    final void theMemoryCountsFromDoneAndNotFromTheClaim() throws Exception {
        ClaimToken token = first(id(1));
        letPass(lease().minus(margin()));
        store.markHandled(token);

        letPass(store.retention().minus(margin()));
        assertThat(claim(id(1))).isEqualTo(new Claim.AlreadyHandled());
    }

    @Test
    final void theEndOfItsLeaseDoesNotUndoADoneDelivery() throws Exception {
        Duration shortLease = margin();
        ClaimToken token = first(store.claim(id(1), shortLease));
        store.markHandled(token);

        letPass(shortLease.multipliedBy(2));
        assertThat(claim(id(1))).isEqualTo(new Claim.AlreadyHandled());
    }

    @Test
    final void doneTwiceIsDoneOnce() throws Exception {
        ClaimToken token = first(id(1));
        store.markHandled(token);
        letPass(store.retention().minus(margin()));
        store.markHandled(token);

        assertThat(claim(id(1))).isEqualTo(new Claim.AlreadyHandled());
        letPass(margin().multipliedBy(2));
        assertThat(claim(id(1))).isInstanceOf(Claim.Acquired.class);
    }

    // Released

    @Test
    final void aReleasedDeliveryCanBeClaimedAtOnce() {
        ClaimToken released = first(id(1));
        store.release(released);

        assertThat(first(id(1))).isNotEqualTo(released);
    }

    @Test
    final void aReleasedDeliveryCanBeDoneByItsNextHolder() {
        store.release(first(id(1)));
        store.markHandled(first(id(1)));

        assertThat(claim(id(1))).isEqualTo(new Claim.AlreadyHandled());
    }

    @Test
    final void releaseDoesNotUndoADoneDelivery() {
        ClaimToken token = first(id(1));
        store.markHandled(token);
        store.release(token);

        assertThat(claim(id(1))).isEqualTo(new Claim.AlreadyHandled());
    }

    @Test
    final void doneAfterReleaseDoesNothing() {
        ClaimToken token = first(id(1));
        store.release(token);
        store.markHandled(token);

        assertThat(claim(id(1))).isInstanceOf(Claim.Acquired.class);
    }

    // Stale tokens

    @Test
    final void doneWithAStaleTokenDoesNothing() throws Exception {
        ClaimToken stale = first(id(1));
        letPass(lease().plus(margin()));
        ClaimToken current = first(id(1));

        store.markHandled(stale);
        assertThat(claim(id(1))).isEqualTo(new Claim.InProgress());
        store.release(current);
        assertThat(claim(id(1))).isInstanceOf(Claim.Acquired.class);
    }

    @Test
    final void releaseWithAStaleTokenDoesNothing() throws Exception {
        ClaimToken stale = first(id(1));
        letPass(lease().plus(margin()));
        ClaimToken current = first(id(1));

        store.release(stale);
        assertThat(claim(id(1))).isEqualTo(new Claim.InProgress());
        store.markHandled(current);
        assertThat(claim(id(1))).isEqualTo(new Claim.AlreadyHandled());
    }

    @Test
    final void releaseTwiceDoesNotTakeTheClaimFromTheNextHolder() {
        ClaimToken released = first(id(1));
        store.release(released);
        first(id(1));

        store.release(released);
        assertThat(claim(id(1))).isEqualTo(new Claim.InProgress());
    }

    @Test
    final void theTokenOfAForgottenDeliveryDoesNothing() throws Exception {
        ClaimToken forgotten = first(id(1));
        store.markHandled(forgotten);
        letPass(store.retention().plus(margin()));
        ClaimToken current = first(id(1));

        store.release(forgotten);
        store.markHandled(forgotten);
        assertThat(claim(id(1))).isEqualTo(new Claim.InProgress());
        store.release(current);
        assertThat(claim(id(1))).isInstanceOf(Claim.Acquired.class);
    }

    @Test
    final void doneAfterTheLeaseStillCountsIfNobodyClaimedSince() throws Exception {
        ClaimToken late = first(id(1));
        letPass(lease().plus(margin()));

        store.markHandled(late);
        assertThat(claim(id(1))).isEqualTo(new Claim.AlreadyHandled());
    }

    @Test
    final void releaseAfterTheLeaseIsHarmless() throws Exception {
        ClaimToken late = first(id(1));
        letPass(lease().plus(margin()));

        store.release(late);
        assertThat(claim(id(1))).isInstanceOf(Claim.Acquired.class);
    }

    @Test
    final void aTokenIsGoodByItsPartsAlone() {
        ClaimToken token = first(id(1));
        store.markHandled(new ClaimToken(
                new IdempotencyKey(token.key().high(), token.key().low()), token.number()));

        assertThat(claim(id(1))).isEqualTo(new Claim.AlreadyHandled());
    }

    // Several deliveries

    @Test
    final void deliveriesDoNotTouchEachOther() {
        store.markHandled(first(id(1)));
        first(id(2));
        store.release(first(id(3)));

        assertThat(claim(id(1))).isEqualTo(new Claim.AlreadyHandled());
        assertThat(claim(id(2))).isEqualTo(new Claim.InProgress());
        assertThat(claim(id(3))).isInstanceOf(Claim.Acquired.class);
        assertThat(claim(id(4))).isInstanceOf(Claim.Acquired.class);
    }

    @Test
    final void bothHalvesOfAnIdCountWhateverTheirSign() {
        long[] halves = {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE};
        for (long high : halves) {
            for (long low : halves) {
                assertThat(claim(new IdempotencyKey(high, low)))
                        .as("%d %d", high, low)
                        .isInstanceOf(Claim.Acquired.class);
            }
        }
        assertThat(claim(new IdempotencyKey(-1, Long.MIN_VALUE))).isEqualTo(new Claim.InProgress());
    }

    @Test
    final void theLogPromisesToRememberForSomeTime() {
        assertThat(store.retention()).isPositive();
    }

    // Several threads

    @Test
    final void ofManyClaimsAtOnceExactlyOneIsFirst() throws Exception {
        for (int round = 0; round < 20; round++) {
            IdempotencyKey contended = id(round);
            List<Claim> claims = allAtOnce(() -> claim(contended));
            assertThat(claims).filteredOn(Claim.Acquired.class::isInstance).hasSize(1);
            assertThat(claims).filteredOn(new Claim.InProgress()::equals).hasSize(THREADS - 1);
        }
    }

    @Test
    final void ofManyClaimsAtOnceAfterALeaseExactlyOneIsFirst() throws Exception {
        first(id(1));
        letPass(lease().plus(margin()));

        assertThat(allAtOnce(() -> claim(id(1))))
                .filteredOn(Claim.Acquired.class::isInstance)
                .hasSize(1);
    }

    @Test
    final void noTwoThreadsHoldOneDeliveryAtATime() throws Exception {
        AtomicInteger holders = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger held = new AtomicInteger();
        allAtOnce(() -> {
            for (int i = 0; i < 25; i++) {
                if (claim(id(1)) instanceof Claim.Acquired first) {
                    most.accumulateAndGet(holders.incrementAndGet(), Math::max);
                    held.incrementAndGet();
                    holders.decrementAndGet();
                    store.release(first.token());
                }
            }
            return new Claim.InProgress();
        });

        assertThat(held).hasPositiveValue();
        assertThat(most).hasValue(1);
        assertThat(claim(id(1))).isInstanceOf(Claim.Acquired.class);
    }

    private Claim claim(IdempotencyKey id) {
        return store.claim(id, lease());
    }

    private ClaimToken first(IdempotencyKey id) {
        return first(claim(id));
    }

    private static ClaimToken first(Claim claim) {
        assertThat(claim).isInstanceOf(Claim.Acquired.class);
        return ((Claim.Acquired) claim).token();
    }

    private static IdempotencyKey id(int number) {
        return new IdempotencyKey(0x5eed_0000_0000_0000L, number);
    }

    private static List<Claim> allAtOnce(Callable<Claim> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            CyclicBarrier start = new CyclicBarrier(THREADS);
            List<Future<Claim>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                running.add(threads.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            List<Claim> results = new ArrayList<>();
            for (Future<Claim> one : running) {
                results.add(one.get(30, TimeUnit.SECONDS));
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
