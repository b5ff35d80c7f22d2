package io.github.csscallback.receiver;

import io.github.csscallback.receiver.admission.Claim;
import io.github.csscallback.receiver.admission.ClaimToken;
import io.github.csscallback.receiver.admission.DeliveryId;
import io.github.csscallback.receiver.admission.DeliveryLog;
import io.github.csscallback.receiver.admission.InMemoryDeliveryLog;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** A delivery log whose store fails when told to. */
final class FailingLog implements DeliveryLog {

    volatile Optional<Throwable> onClaim = Optional.empty();
    volatile Optional<Throwable> onDone = Optional.empty();
    volatile Optional<Throwable> onRelease = Optional.empty();
    private final DeliveryLog working;

    FailingLog(Clock clock) {
        this.working = InMemoryDeliveryLog.builder().clock(clock).build();
    }

    @Override
    public Claim claim(DeliveryId id, Duration lease) {
        onClaim.ifPresent(FailingLog::fail);
        return working.claim(id, lease);
    }

    @Override
    public void done(ClaimToken token) {
        onDone.ifPresent(FailingLog::fail);
        working.done(token);
    }

    @Override
    public void release(ClaimToken token) {
        onRelease.ifPresent(FailingLog::fail);
        working.release(token);
    }

    @Override
    public Duration remembers() {
        return working.remembers();
    }

    /** Also a checked exception: other languages than Java throw them from anywhere. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> void fail(Throwable cause) throws T {
        throw (T) cause;
    }
}
