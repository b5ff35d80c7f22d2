package io.github.csscallback.receiver.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.receiver.admission.Claim;
import io.github.csscallback.receiver.admission.ClaimToken;
import io.github.csscallback.receiver.admission.DeliveryId;
import io.github.csscallback.receiver.admission.DeliveryLog;
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
 * The contract of a {@link DeliveryLog} as tests. Inherit it for your implementation:
 *
 * <pre>{@code
 * class JdbcDeliveryLogTest extends DeliveryLogContract {
 *
 *     @Override
 *     protected DeliveryLog createLog(Clock clock) {
 *         return new JdbcDeliveryLog(emptyDatabase(), clock);
 *     }
 * }
 * }</pre>
 *
 * <p>It is for logs whose times are told by the {@link Clock} they are given. Where the store tells the time itself, as with
 * keys that expire in a server, override {@link #letPass} to move or await the store's time, and {@link #lease()} and the
 * log's {@code remembers()} to lengths that can be waited for. Times are tried {@link #margin()} before and after they
 * matter, never on the point.
 *
 * <p>It does not show that several processes see each other's claims, nor what the log does when its store fails: test that
 * with your store. A log may throw when its store fails, and the receiver copes with it.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class DeliveryLogContract {

    private static final int THREADS = 16;

    private final SettableClock clock = SettableClock.at(Instant.parse("2026-01-01T00:00:00Z"));
    private DeliveryLog log;

    /** For subclasses. */
    protected DeliveryLogContract() {}

    /**
     * Makes an empty log for one test, large enough for 1000 deliveries.
     *
     * @param clock tells the time that the log goes by; {@link #letPass} moves it
     * @return a log that knows no delivery
     * @throws Exception if there is none, so that the test fails
     */
    protected abstract DeliveryLog createLog(Clock clock) throws Exception;

    /**
     * The lease that the tests ask for.
     *
     * @return 10 minutes; at least three times {@link #margin()}
     */
    protected Duration lease() {
        return Duration.ofMinutes(10);
    }

    /**
     * How long before and after the end of a lease or a memory the tests look: more than your store rounds times by.
     *
     * @return 1 second
     */
    protected Duration margin() {
        return Duration.ofSeconds(1);
    }

    /**
     * Lets time pass for the log.
     *
     * @param time how long
     * @throws Exception if it cannot, so that the test fails
     */
    protected void letPass(Duration time) throws Exception {
        clock.advance(time);
    }

    @BeforeEach
    final void startWithAnEmptyLog() throws Exception {
        log = createLog(clock);
    }

    // In progress

    @Test
    final void theFirstClaimOfADeliveryIsFirst() {
        assertThat(claim(id(1))).isInstanceOf(Claim.First.class);
    }

    @Test
    final void theTokenNamesTheDeliveryThatWasClaimed() {
        assertThat(first(id(1)).id()).isEqualTo(id(1));
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
        assertThat(claim(id(1))).isInstanceOf(Claim.First.class);
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
        log.claim(id(1), shorter);
        log.claim(id(2), lease());

        letPass(shorter.plus(margin()));
        assertThat(claim(id(1))).isInstanceOf(Claim.First.class);
        assertThat(claim(id(2))).isEqualTo(new Claim.InProgress());
    }

    // Done

    @Test
    final void aDoneDeliveryIsDone() {
        log.done(first(id(1)));

        assertThat(claim(id(1))).isEqualTo(new Claim.Done());
        assertThat(claim(id(1))).isEqualTo(new Claim.Done());
    }

    @Test
    final void aDoneDeliveryIsRememberedForTheTimeThatTheLogPromises() throws Exception {
        log.done(first(id(1)));

        letPass(log.remembers().minus(margin()));
        assertThat(claim(id(1))).isEqualTo(new Claim.Done());
    }

    @Test
    final void aDoneDeliveryIsForgottenAfterThatTime() throws Exception {
        log.done(first(id(1)));

        letPass(log.remembers().plus(margin()));
        assertThat(claim(id(1))).isInstanceOf(Claim.First.class);
    }

    @Test
    final void theMemoryCountsFromDoneAndNotFromTheClaim() throws Exception {
        ClaimToken token = first(id(1));
        letPass(lease().minus(margin()));
        log.done(token);

        letPass(log.remembers().minus(margin()));
        assertThat(claim(id(1))).isEqualTo(new Claim.Done());
    }

    @Test
    final void theEndOfItsLeaseDoesNotUndoADoneDelivery() throws Exception {
        Duration shortLease = margin();
        ClaimToken token = first(log.claim(id(1), shortLease));
        log.done(token);

        letPass(shortLease.multipliedBy(2));
        assertThat(claim(id(1))).isEqualTo(new Claim.Done());
    }

    @Test
    final void doneTwiceIsDoneOnce() throws Exception {
        ClaimToken token = first(id(1));
        log.done(token);
        letPass(log.remembers().minus(margin()));
        log.done(token);

        assertThat(claim(id(1))).isEqualTo(new Claim.Done());
        letPass(margin().multipliedBy(2));
        assertThat(claim(id(1))).isInstanceOf(Claim.First.class);
    }

    // Released

    @Test
    final void aReleasedDeliveryCanBeClaimedAtOnce() {
        ClaimToken released = first(id(1));
        log.release(released);

        assertThat(first(id(1))).isNotEqualTo(released);
    }

    @Test
    final void aReleasedDeliveryCanBeDoneByItsNextHolder() {
        log.release(first(id(1)));
        log.done(first(id(1)));

        assertThat(claim(id(1))).isEqualTo(new Claim.Done());
    }

    @Test
    final void releaseDoesNotUndoADoneDelivery() {
        ClaimToken token = first(id(1));
        log.done(token);
        log.release(token);

        assertThat(claim(id(1))).isEqualTo(new Claim.Done());
    }

    @Test
    final void doneAfterReleaseDoesNothing() {
        ClaimToken token = first(id(1));
        log.release(token);
        log.done(token);

        assertThat(claim(id(1))).isInstanceOf(Claim.First.class);
    }

    // Stale tokens

    @Test
    final void doneWithAStaleTokenDoesNothing() throws Exception {
        ClaimToken stale = first(id(1));
        letPass(lease().plus(margin()));
        ClaimToken current = first(id(1));

        log.done(stale);
        assertThat(claim(id(1))).isEqualTo(new Claim.InProgress());
        log.release(current);
        assertThat(claim(id(1))).isInstanceOf(Claim.First.class);
    }

    @Test
    final void releaseWithAStaleTokenDoesNothing() throws Exception {
        ClaimToken stale = first(id(1));
        letPass(lease().plus(margin()));
        ClaimToken current = first(id(1));

        log.release(stale);
        assertThat(claim(id(1))).isEqualTo(new Claim.InProgress());
        log.done(current);
        assertThat(claim(id(1))).isEqualTo(new Claim.Done());
    }

    @Test
    final void releaseTwiceDoesNotTakeTheClaimFromTheNextHolder() {
        ClaimToken released = first(id(1));
        log.release(released);
        first(id(1));

        log.release(released);
        assertThat(claim(id(1))).isEqualTo(new Claim.InProgress());
    }

    @Test
    final void theTokenOfAForgottenDeliveryDoesNothing() throws Exception {
        ClaimToken forgotten = first(id(1));
        log.done(forgotten);
        letPass(log.remembers().plus(margin()));
        ClaimToken current = first(id(1));

        log.release(forgotten);
        log.done(forgotten);
        assertThat(claim(id(1))).isEqualTo(new Claim.InProgress());
        log.release(current);
        assertThat(claim(id(1))).isInstanceOf(Claim.First.class);
    }

    @Test
    final void doneAfterTheLeaseStillCountsIfNobodyClaimedSince() throws Exception {
        ClaimToken late = first(id(1));
        letPass(lease().plus(margin()));

        log.done(late);
        assertThat(claim(id(1))).isEqualTo(new Claim.Done());
    }

    @Test
    final void releaseAfterTheLeaseIsHarmless() throws Exception {
        ClaimToken late = first(id(1));
        letPass(lease().plus(margin()));

        log.release(late);
        assertThat(claim(id(1))).isInstanceOf(Claim.First.class);
    }

    @Test
    final void aTokenIsGoodByItsPartsAlone() {
        ClaimToken token = first(id(1));
        log.done(new ClaimToken(new DeliveryId(token.id().high(), token.id().low()), token.number()));

        assertThat(claim(id(1))).isEqualTo(new Claim.Done());
    }

    // Several deliveries

    @Test
    final void deliveriesDoNotTouchEachOther() {
        log.done(first(id(1)));
        first(id(2));
        log.release(first(id(3)));

        assertThat(claim(id(1))).isEqualTo(new Claim.Done());
        assertThat(claim(id(2))).isEqualTo(new Claim.InProgress());
        assertThat(claim(id(3))).isInstanceOf(Claim.First.class);
        assertThat(claim(id(4))).isInstanceOf(Claim.First.class);
    }

    @Test
    final void bothHalvesOfAnIdCountWhateverTheirSign() {
        long[] halves = {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE};
        for (long high : halves) {
            for (long low : halves) {
                assertThat(claim(new DeliveryId(high, low)))
                        .as("%d %d", high, low)
                        .isInstanceOf(Claim.First.class);
            }
        }
        assertThat(claim(new DeliveryId(-1, Long.MIN_VALUE))).isEqualTo(new Claim.InProgress());
    }

    @Test
    final void theLogPromisesToRememberForSomeTime() {
        assertThat(log.remembers()).isPositive();
    }

    // Several threads

    @Test
    final void ofManyClaimsAtOnceExactlyOneIsFirst() throws Exception {
        for (int round = 0; round < 20; round++) {
            DeliveryId contended = id(round);
            List<Claim> claims = allAtOnce(() -> claim(contended));
            assertThat(claims).filteredOn(Claim.First.class::isInstance).hasSize(1);
            assertThat(claims).filteredOn(new Claim.InProgress()::equals).hasSize(THREADS - 1);
        }
    }

    @Test
    final void ofManyClaimsAtOnceAfterALeaseExactlyOneIsFirst() throws Exception {
        first(id(1));
        letPass(lease().plus(margin()));

        assertThat(allAtOnce(() -> claim(id(1))))
                .filteredOn(Claim.First.class::isInstance)
                .hasSize(1);
    }

    @Test
    final void noTwoThreadsHoldOneDeliveryAtATime() throws Exception {
        AtomicInteger holders = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger held = new AtomicInteger();
        allAtOnce(() -> {
            for (int i = 0; i < 25; i++) {
                if (claim(id(1)) instanceof Claim.First first) {
                    most.accumulateAndGet(holders.incrementAndGet(), Math::max);
                    held.incrementAndGet();
                    holders.decrementAndGet();
                    log.release(first.token());
                }
            }
            return new Claim.InProgress();
        });

        assertThat(held).hasPositiveValue();
        assertThat(most).hasValue(1);
        assertThat(claim(id(1))).isInstanceOf(Claim.First.class);
    }

    private Claim claim(DeliveryId id) {
        return log.claim(id, lease());
    }

    private ClaimToken first(DeliveryId id) {
        return first(claim(id));
    }

    private static ClaimToken first(Claim claim) {
        assertThat(claim).isInstanceOf(Claim.First.class);
        return ((Claim.First) claim).token();
    }

    private static DeliveryId id(int number) {
        return new DeliveryId(0x5eed_0000_0000_0000L, number);
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
