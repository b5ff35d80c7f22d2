package io.github.csscallback.client.internal.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.csscallback.client.credentials.Credentials;
import io.github.csscallback.client.credentials.CredentialsException;
import io.github.csscallback.client.credentials.CredentialsProvider;
import io.github.csscallback.client.error.CssApiException;
import io.github.csscallback.client.error.CssApiException.Details;
import io.github.csscallback.client.error.ErrorKind;
import io.github.csscallback.client.internal.call.ApiCall.RetrySafety;
import io.github.csscallback.client.internal.call.AttemptResult.Effect;
import io.github.csscallback.client.internal.json.Json;
import io.github.csscallback.client.internal.json.ResponseMembers;
import io.github.csscallback.client.retry.Retry;
import io.github.csscallback.client.retry.Retry.Reason;
import io.github.csscallback.client.retry.RetryListener;
import io.github.csscallback.client.retry.RetryPolicy;
import io.github.csscallback.client.retry.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls an action until it succeeds, is rejected, or must not be tried again. Every attempt is signed anew with credentials
 * fetched for it. Safe for use by several threads.
 */
public final class ApiCaller {

    private static final Logger LOG = LoggerFactory.getLogger("io.github.csscallback.client");

    private final SignedTransport attempts;
    private final CredentialsProvider credentials;
    private final RetryPolicy policy;
    private final DoubleSupplier random;
    private final RetryListener listener;
    private final Clock clock;
    private final Sleeper sleeper;
    private final ServiceClock serviceClock;

    /**
     * Makes a caller.
     *
     * @param attempts makes one attempt
     * @param credentials asked before every attempt
     * @param policy bounds of the retries
     * @param random from 0 to 1, spreads the delays
     * @param listener called before each retry
     * @param sleeper waits
     */
    public ApiCaller(
            SignedTransport attempts,
            CredentialsProvider credentials,
            RetryPolicy policy,
            DoubleSupplier random,
            RetryListener listener,
            Clock clock,
            Sleeper sleeper) {
        this.attempts = attempts;
        this.credentials = credentials;
        this.policy = policy;
        this.random = random;
        this.listener = listener;
        this.clock = clock;
        this.sleeper = sleeper;
        this.serviceClock = new ServiceClock(clock);
    }

    /**
     * Calls, and tries again where that is safe.
     *
     * @param call what to call
     * @return the members of the response's {@code Response}
     * @throws CssApiException if it is not done; OUTCOME_UNKNOWN if a write may have been
     */
    public ObjectNode call(ApiCall call) {
        return new Run(call, new Backoff(policy, random)).untilDone();
    }

    /**
     * Calls once only, for those who have a rhythm of their own.
     *
     * @param call what to call
     * @return the members of the response's {@code Response}
     * @throws CssApiException if it is not done
     */
    public ObjectNode callOnce(ApiCall call) {
        return new Run(call, new Backoff(RetryPolicy.none(), random)).untilDone();
    }

    /** Tells the listener of a further attempt and waits for it. */
    public void pause(Retry retry) {
        LOG.debug(
                "{}: attempt {} ended with {}, next in {} ms: {}",
                retry.failure().action(),
                retry.attempt(),
                retry.failure().kind(),
                retry.delay().toMillis(),
                retry.reason());
        try {
            listener.onRetry(retry);
        } catch (RuntimeException e) {
            LOG.warn(
                    "the retry listener threw {}; the call goes on",
                    e.getClass().getName());
        }
        sleep(retry.failure().action(), retry.delay());
    }

    /**
     * Waits.
     *
     * @param action for whom
     * @param duration how long
     */
    public void sleep(String action, Duration duration) {
        if (duration.isZero()) {
            return;
        }
        try {
            sleeper.sleep(duration);
        } catch (InterruptedException e) {
            throw interrupted(action, e);
        }
    }

    /** An interrupt stays visible to the caller's own code. */
    private static CssApiException interrupted(String action, InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new CssApiException(
                action + ": the thread was interrupted; if it changes something, that may have happened or not",
                Details.of(ErrorKind.INTERRUPTED, action),
                cause);
    }

    /** One call with all its attempts. Used by one thread. */
    private final class Run {

        private final ApiCall call;
        private final Backoff backoff;
        private final Instant begun = clock.instant();
        private boolean mayHaveHappened;
        private boolean clockCorrected;
        private boolean credentialsRenewed;

        Run(ApiCall call, Backoff backoff) {
            this.call = call;
            this.backoff = backoff;
        }

        ObjectNode untilDone() {
            for (int attempt = 1; ; attempt++) {
                attempts.requireOpen();
                Credentials signingWith = currentCredentials();
                AttemptResult outcome = attempt(signingWith);
                if (outcome instanceof AttemptResult.Success success) {
                    LOG.debug("{}: done at attempt {}, request id {}", call.action(), attempt, requestId(success));
                    return success.response();
                }
                AttemptResult.Failure failure = (AttemptResult.Failure) outcome;
                if (isRemovedAlready(failure)) {
                    return Json.object();
                }
                mayHaveHappened |= failure.effect() == Effect.UNKNOWN || failure.effect() == Effect.UNKNOWN_PERMANENT;
                Reason reason = reasonToRetry(failure, signingWith, attempt);
                Duration delay = delay(reason, failure, attempt);
                if (reason == null || !backoff.allows(attempt, Duration.between(begun, clock.instant()), delay)) {
                    throw lastWord(failure);
                }
                pause(new Retry(reason, attempt, delay, failure.error()));
            }
        }

        private AttemptResult attempt(Credentials signingWith) {
            try {
                return attempts.of(call, signingWith, serviceClock.now());
            } catch (InterruptedException e) {
                throw interrupted(call.action(), e);
            } catch (CancellationException e) {
                throw new CssApiException(
                        call.action() + ": the client was closed while the call ran; if it changes something, that may"
                                + " have happened or not",
                        Details.of(ErrorKind.INTERRUPTED, call.action()),
                        e);
            }
        }

        private Credentials currentCredentials() {
            try {
                return credentials.get();
            } catch (CredentialsException e) {
                throw new CssApiException(
                        call.action() + ": " + e.getMessage(), Details.of(ErrorKind.NO_CREDENTIALS, call.action()), e);
            }
        }

        /** A removal that may have happened, and now finds nothing, did happen. */
        private boolean isRemovedAlready(AttemptResult.Failure failure) {
            return call.retrySafety() == RetrySafety.REMOVAL
                    && mayHaveHappened
                    && failure.error().kind() == ErrorKind.NOT_FOUND;
        }

        private @Nullable Reason reasonToRetry(AttemptResult.Failure failure, Credentials rejected, int attempt) {
            if (failure.error().kind() == ErrorKind.CLOCK_SKEW && failure.serverTime() != null && !clockCorrected) {
                clockCorrected = true;
                serviceClock.correct(failure.serverTime());
                LOG.warn(
                        "this machine's clock is {} s from the service's; corrected here, please set it",
                        serviceClock.offset().toSeconds());
                return Reason.CLOCK_CORRECTED;
            }
            if (!credentialsRenewed && attempt < policy.attempts() && areRenewed(failure, rejected)) {
                credentialsRenewed = true;
                return Reason.CREDENTIALS_RENEWED;
            }
            return switch (failure.effect()) {
                case NOTHING ->
                    failure.error().kind() == ErrorKind.RATE_LIMITED ? Reason.RATE_LIMITED : Reason.NOTHING_SENT;
                case UNKNOWN -> call.retrySafety() == RetrySafety.NEVER ? null : Reason.HARMLESS_TO_REPEAT;
                case UNKNOWN_PERMANENT, REJECTED -> null;
            };
        }

        private boolean areRenewed(AttemptResult.Failure failure, Credentials rejected) {
            if (rejected.token() == null
                    || !ErrorCodes.mayBeStaleCredentials(
                            Objects.requireNonNullElse(failure.error().code(), ""))) {
                return false;
            }
            credentials.invalidate(rejected);
            return !currentCredentials().equals(rejected);
        }

        private Duration delay(@Nullable Reason reason, AttemptResult.Failure failure, int attempt) {
            boolean corrected = reason == Reason.CLOCK_CORRECTED || reason == Reason.CREDENTIALS_RENEWED;
            return corrected
                    ? Duration.ZERO
                    : backoff.after(attempt, failure.error().kind() == ErrorKind.RATE_LIMITED);
        }

        private CssApiException lastWord(AttemptResult.Failure failure) {
            CssApiException error = failure.error();
            if (call.retrySafety() == RetrySafety.READ || !mayHaveHappened || failure.effect() == Effect.REJECTED) {
                return error;
            }
            return new CssApiException(
                    "it is not known whether this happened: " + error.getMessage(),
                    error.details().as(ErrorKind.OUTCOME_UNKNOWN),
                    error);
        }

        private static @Nullable String requestId(AttemptResult.Success success) {
            return ResponseMembers.text(success.response(), "RequestId");
        }
    }
}
