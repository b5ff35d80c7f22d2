package io.github.csscallback.receiver;

import io.github.csscallback.receiver.idempotency.Claim;
import io.github.csscallback.receiver.idempotency.ClaimToken;
import io.github.csscallback.receiver.idempotency.IdempotencyKey;
import io.github.csscallback.receiver.idempotency.IdempotencyStore;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The claim of one delivery. A packet without an idempotency key needs none. A store may throw anything; that never leaves
 * these methods.
 */
final class DeliveryClaim {

    private final IdempotencyStore store;
    private final @Nullable IdempotencyKey key;
    private @Nullable ClaimToken token;

    DeliveryClaim(IdempotencyStore store, @Nullable IdempotencyKey key) {
        this.store = store;
        this.key = key;
    }

    /** Returns null if the delivery may be handled, otherwise its outcome. */
    @Nullable
    Outcome acquire(Duration lease) {
        if (key == null) {
            return null;
        }
        Claim claim;
        try {
            claim = store.claim(key, lease);
        } catch (Throwable e) {
            return Outcome.failed(Outcome.Kind.STORE_FAILED, "the idempotency store failed to claim", e);
        }
        if (claim instanceof Claim.Acquired acquired) {
            token = acquired.token();
            return null;
        }
        return claim instanceof Claim.AlreadyHandled
                ? Outcome.of(Outcome.Kind.DUPLICATE, "already handled; not handled again")
                : Outcome.of(Outcome.Kind.IN_PROGRESS, "another delivery of this event is being handled");
    }

    /** Returns what the store threw, or null. */
    @Nullable
    Throwable markHandled() {
        if (token != null) {
            try {
                store.markHandled(token);
            } catch (Throwable e) {
                return e;
            }
        }
        return null;
    }

    /** Returns what the store threw, or null. */
    @Nullable
    Throwable release() {
        if (token != null) {
            try {
                store.release(token);
            } catch (Throwable e) {
                return e;
            }
        }
        return null;
    }
}
