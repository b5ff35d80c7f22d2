package io.github.csscallback.receiver.delivery;

import io.github.csscallback.receiver.idempotency.Claim;
import io.github.csscallback.receiver.idempotency.ClaimToken;
import io.github.csscallback.receiver.idempotency.IdempotencyKey;
import io.github.csscallback.receiver.idempotency.IdempotencyStore;
import io.github.csscallback.receiver.idempotency.InMemoryIdempotencyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** An idempotency store that fails on demand. */
public final class FailingStore implements IdempotencyStore {

    public volatile Optional<Throwable> onClaim = Optional.empty();
    public volatile Optional<Throwable> onMarkHandled = Optional.empty();
    public volatile Optional<Throwable> onRelease = Optional.empty();
    private final IdempotencyStore working;

    public FailingStore(Clock clock) {
        this.working = InMemoryIdempotencyStore.builder()
                .nanoTime(() -> ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant()))
                .build();
    }

    @Override
    public Claim claim(IdempotencyKey id, Duration lease) {
        onClaim.ifPresent(FailingStore::fail);
        return working.claim(id, lease);
    }

    @Override
    public void markHandled(ClaimToken token) {
        onMarkHandled.ifPresent(FailingStore::fail);
        working.markHandled(token);
    }

    @Override
    public void release(ClaimToken token) {
        onRelease.ifPresent(FailingStore::fail);
        working.release(token);
    }

    @Override
    public Duration retention() {
        return working.retention();
    }

    /** Also a checked exception: other languages than Java throw them from anywhere. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> void fail(Throwable cause) throws T {
        throw (T) cause;
    }
}
