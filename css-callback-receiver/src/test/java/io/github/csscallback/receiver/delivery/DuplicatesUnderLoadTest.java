package io.github.csscallback.receiver.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.core.signature.CallbackKeys;
import io.github.csscallback.receiver.CallbackReceiver;
import io.github.csscallback.receiver.CallbackRequest;
import io.github.csscallback.receiver.CallbackResponse;
import io.github.csscallback.receiver.Outcome.Kind;
import io.github.csscallback.receiver.TestPacket;
import io.github.csscallback.testsupport.Seeds;
import io.github.csscallback.testsupport.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Many threads deliver the same events over and over, while handlers fail, come back long after the deadline, or are turned
 * away. What the receiver promises must hold in every order; the orders differ by a seed that a failure names.
 */
@Timeout(60)
@Tag("slow")
class DuplicatesUnderLoadTest {

    private static final int EVENTS = 2_000;
    private static final int THREADS = 16;
    private static final int ATTEMPTS_PER_THREAD = 2_000;

    /** Long enough for a handler that runs at once, short for one that is kept. */
    private static final Duration DEADLINE = Duration.ofMillis(5);

    private final AtomicIntegerArray running = new AtomicIntegerArray(EVENTS);
    private final AtomicIntegerArray successes = new AtomicIntegerArray(EVENTS);
    private final AtomicIntegerArray status200 = new AtomicIntegerArray(EVENTS);
    private final AtomicInteger together = new AtomicInteger();
    private final AtomicInteger afterSuccess = new AtomicInteger();
    private final AtomicInteger unsettled200 = new AtomicInteger();

    @Test
    void whatGot200WasHandledOnceAndNeverByTwoAtATime() {
        Seeds.forEach(1, this::deliverAll);
    }

    private void deliverAll(long seed) throws Exception {
        ExecutorService deliverers = Executors.newFixedThreadPool(THREADS);
        UnreliableExecutor executor = new UnreliableExecutor(seed);
        CallbackReceiver receiver = receiver(executor);
        List<CallbackRequest> inTime = requests(TestPacket.SENT_AT);
        // Its deadline is over when it comes, so that whatever its handler does is late.
        List<CallbackRequest> tooLate = requests(TestPacket.SENT_AT.minus(DEADLINE));
        Set<Kind> outcomes = ConcurrentHashMap.newKeySet();
        try {
            List<Future<?>> all = new ArrayList<>();
            CountDownLatch start = new CountDownLatch(1);
            for (int thread = 0; thread < THREADS; thread++) {
                Random random = new Random(seed + thread);
                all.add(deliverers.submit(() -> {
                    start.await();
                    for (int i = 0; i < ATTEMPTS_PER_THREAD; i++) {
                        int event = random.nextInt(EVENTS);
                        List<CallbackRequest> requests = random.nextInt(4) == 0 ? tooLate : inTime;
                        outcomes.add(deliver(receiver, requests.get(event), event));
                    }
                    return null;
                }));
            }
            start.countDown();
            for (Future<?> one : all) {
                one.get(50, TimeUnit.SECONDS);
            }
            executor.runWhatIsLeft();
            executor.becomeReliable();
            for (int event = 0; event < EVENTS; event++) {
                Kind last = Kind.FAILED;
                while (last == Kind.FAILED || last == Kind.DEADLINE_EXCEEDED) { // CSS retries, too
                    last = deliver(receiver, inTime.get(event), event);
                }
                assertThat(last).as("event %d, seed %d", event, seed).isIn(Kind.HANDLED, Kind.DUPLICATE);
            }
        } finally {
            deliverers.shutdownNow();
        }

        assertThat(together).as("handled by two at a time, seed %d", seed).hasValue(0);
        assertThat(afterSuccess).as("handled again, seed %d", seed).hasValue(0);
        assertThat(unsettled200).as("200 before a success, seed %d", seed).hasValue(0);
        for (int event = 0; event < EVENTS; event++) {
            assertThat(successes.get(event))
                    .as("event %d, seed %d", event, seed)
                    .isEqualTo(1);
            assertThat(status200.get(event)).isPositive();
        }
        assertThat(outcomes)
                .as("all that can happen did, seed %d", seed)
                .contains(
                        Kind.HANDLED,
                        Kind.DUPLICATE,
                        Kind.FAILED,
                        Kind.DEADLINE_EXCEEDED,
                        Kind.OVERLOADED,
                        Kind.IN_PROGRESS);
    }

    private CallbackReceiver receiver(Executor executor) {
        return CallbackReceiver.builder()
                .keys(CallbackKeys.of(TestPacket.KEY))
                .clock(SettableClock.at(TestPacket.SENT_AT))
                .executor(executor)
                .deadline(DEADLINE)
                .maxInFlight(THREADS + EVENTS)
                .otherwise(delivery -> handle(Integer.parseInt(
                                String.valueOf(delivery.event().fields().text("sequence")))
                        - 1))
                .build();
    }

    private void handle(int event) {
        if (running.incrementAndGet(event) > 1) {
            together.incrementAndGet();
        }
        try {
            if (successes.get(event) > 0) {
                afterSuccess.incrementAndGet();
            }
            // Not by the seed: which thread comes here is anybody's guess.
            if (ThreadLocalRandom.current().nextInt(2) == 0) {
                throw new IllegalStateException("not this time");
            }
            successes.incrementAndGet(event);
        } finally {
            running.decrementAndGet(event);
        }
    }

    private Kind deliver(CallbackReceiver receiver, CallbackRequest request, int event) {
        CallbackResponse response = receiver.receive(request);
        if (response.status() == 200) {
            status200.incrementAndGet(event);
            if (successes.get(event) == 0) {
                unsettled200.incrementAndGet();
            }
        }
        return response.outcome().kind();
    }

    private static List<CallbackRequest> requests(Instant receivedAt) {
        List<CallbackRequest> requests = new ArrayList<>();
        for (int event = 0; event < EVENTS; event++) {
            requests.add(CallbackRequest.builder()
                    .target("/css")
                    .receivedAt(receivedAt)
                    .body(TestPacket.genuine(Integer.toString(event + 1)).bytes())
                    .build());
        }
        return requests;
    }

    /** Runs at once, or keeps for whoever comes later, or takes no more. */
    private static final class UnreliableExecutor implements Executor {

        private final Queue<Runnable> kept = new ConcurrentLinkedQueue<>();
        private final Random random;
        private volatile boolean reliable;

        UnreliableExecutor(long seed) {
            this.random = new Random(seed);
        }

        @Override
        public void execute(Runnable task) {
            int choice = reliable ? 9 : random.nextInt(10);
            if (choice == 0) {
                throw new RejectedExecutionException("no more");
            }
            if (choice < 4) {
                kept.add(task);
                return;
            }
            task.run();
            Runnable late = kept.poll();
            if (late != null) {
                late.run();
            }
        }

        void runWhatIsLeft() {
            for (Runnable late = kept.poll(); late != null; late = kept.poll()) {
                late.run();
            }
        }

        void becomeReliable() {
            reliable = true;
        }
    }
}
