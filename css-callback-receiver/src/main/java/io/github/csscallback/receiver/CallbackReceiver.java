package io.github.csscallback.receiver;

import io.github.csscallback.core.event.CallbackEvent;
import io.github.csscallback.core.field.FieldProblem;
import io.github.csscallback.core.field.Fields;
import io.github.csscallback.core.field.UnreadablePacketException;
import io.github.csscallback.core.internal.ConflictingSpellingsException;
import io.github.csscallback.core.signature.SignatureVerifier;
import io.github.csscallback.core.signature.VerificationResult;
import io.github.csscallback.receiver.idempotency.Claim;
import io.github.csscallback.receiver.idempotency.ClaimToken;
import io.github.csscallback.receiver.idempotency.IdempotencyKey;
import io.github.csscallback.receiver.idempotency.IdempotencyStore;
import io.github.csscallback.receiver.internal.identify.DeliveryIdentity;
import io.github.csscallback.receiver.internal.read.Packet;
import io.github.csscallback.receiver.internal.read.PacketReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes the callbacks of CSS: reads a packet, verifies its signature, decodes the event, sorts out repeats, calls the one
 * handler for it and says what to answer. Works inside any web server; {@link CallbackServer} is one ready-made.
 *
 * <p><strong>What you can rely on.</strong> No handler, listener or log sees anything of a packet before its signature
 * holds. A genuine event is answered 200 only after a handler returned for it, so it is handled at least once while CSS
 * still tries. A repeat is answered 200 without calling the handler, as long as the {@link IdempotencyStore} remembers the
 * delivery: by default 30 minutes, in this process. No two handlers work on one delivery at a time within its lease.
 *
 * <p><strong>What you cannot.</strong> Order: an interruption may come before its push. Once only: after a restart, in a
 * second process without a shared delivery log, or beyond what is remembered, a repeat is handled again. Anything after the
 * last retry of CSS (12 a minute apart for most types, intl 38080): such an event is gone. And the signature does not cover
 * the content: see {@link SignatureVerifier}.
 *
 * <p><strong>Identity of a delivery.</strong> The target, whether it is signed, {@code event_type}, {@code appid}, domain,
 * path and stream; and for 0 and 1 {@code sequence}; 100 {@code file_id} and {@code video_url}; 332 {@code session_id},
 * {@code record_event} and {@code seq}; 315 {@code request_id}; 317 {@code img} and {@code screenshotTime}; for all others,
 * and where one of these is missing, blank or zero, all members but {@code t}, {@code sign}, {@code sendTime} and
 * {@code callback_url}. 314 without {@code event_time} has no identity and is never taken for a repeat.
 *
 * <p>Immutable and safe for use by several threads; one serves a whole application. It starts no thread.
 */
public final class CallbackReceiver {

    private final PacketReader reader;
    private final SignatureVerifier verifier;
    private final DeliveryIdentity identity = new DeliveryIdentity();
    private final HandlerTable handlers;
    private final IdempotencyStore log;
    private final Duration lease;
    private final Observers observers;
    private final Clock clock;
    private final int maxBodyBytes;
    private final Semaphore places;
    private final Deadlines deadlines;
    private final @Nullable Executor executor;
    private final @Nullable ScheduledExecutorService timer;

    CallbackReceiver(
            CallbackReceiverBuilder settings, SignatureVerifier verifier, HandlerTable handlers, IdempotencyStore log) {
        this.reader = new PacketReader(settings.acceptUntyped);
        this.verifier = verifier;
        this.handlers = handlers;
        this.log = log;
        this.lease = settings.lease;
        this.observers = new Observers(settings.listener, settings.clock);
        this.clock = settings.clock;
        this.maxBodyBytes = settings.maxBodyBytes;
        this.places = new Semaphore(settings.maxInFlight);
        this.deadlines = new Deadlines(settings.deadline == null ? Deadlines.STANDARD : settings.deadline);
        this.executor = settings.executor;
        this.timer = settings.timer;
    }

    /**
     * Begins a receiver.
     *
     * @return a builder without keys and handlers
     */
    public static CallbackReceiverBuilder builder() {
        return new CallbackReceiverBuilder();
    }

    /**
     * Takes a request and waits until there is something to answer: without an executor until the handler, called by this
     * thread, is done; with one at most until the deadline. Never throws for anything in the request or in your handler.
     *
     * @param request the request
     * @return what to answer
     */
    public CallbackResponse receive(CallbackRequest request) {
        Begun begun = begin(request, deadlines);
        if (begun instanceof Begun.Answered answered) {
            return answered.reply();
        }
        Dispatch dispatch = (Dispatch) begun;
        return executor == null ? dispatch.handle() : raceAndWait(dispatch, executor);
    }

    private CallbackResponse raceAndWait(Dispatch dispatch, Executor starter) {
        CompletableFuture<CallbackResponse> reply = new CompletableFuture<>();
        DeadlineRace race = new DeadlineRace(dispatch, reply::complete);
        race.start(starter);
        try {
            return reply.get(untilDeadline(dispatch).toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            race.expire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            race.expire();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a reply never completes exceptionally", e);
        }
        return reply.join();
    }

    /**
     * Receives a request for a server that can respond from another thread. The handler runs on the calling thread, or on
     * the executor if there is one. The responder is called exactly once: by the thread that ran the handler (by the
     * calling thread if the request is rejected), or at the deadline by the timer's thread, while the handler goes on.
     *
     * <p>At the deadline the responder must not block: the timer's thread serves other deliveries too, and without {@code
     * timer(...)} it is the JDK's own, which serves every time-out of {@link CompletableFuture}. Hand a blocking write over
     * to another thread. An exception that the responder throws is logged and changes nothing else.
     *
     * @param request the request
     * @param responder sends the response
     */
    public void receive(CallbackRequest request, Consumer<CallbackResponse> responder) {
        Begun begun = begin(request, deadlines);
        if (begun instanceof Begun.Answered answered) {
            responder.accept(answered.reply());
            return;
        }
        Dispatch dispatch = (Dispatch) begun;
        CompletableFuture<@Nullable Void> alarm = new CompletableFuture<>();
        DeadlineRace race = new DeadlineRace(dispatch, response -> {
            alarm.cancel(false);
            responder.accept(response);
        });
        alarm.thenRun(race::expire);
        alarm.completeOnTimeout(null, untilDeadline(dispatch).toNanos(), TimeUnit.NANOSECONDS);
        if (executor == null) {
            race.run();
        } else {
            race.start(executor);
        }
    }

    /**
     * Rejects a request that an adapter cannot pass on, for example one for another path or one too many: reports it to log
     * and listener as the receiver's own rejections.
     *
     * @param kind the outcome; its status is not 200
     * @param explanation what was wrong and what to do, for the operator; without the value of a key, a sign or a body
     * @param size the bytes of the body that were read
     * @param remoteAddress the peer's address; null if unknown
     * @return the response to send
     * @throws IllegalArgumentException if CSS would take the event for handled
     */
    public CallbackResponse reject(Outcome.Kind kind, String explanation, int size, @Nullable String remoteAddress) {
        if (kind.status() == 200) {
            throw new IllegalArgumentException(kind + " is not a rejection: CSS would not send the event again");
        }
        Outcome outcome = Outcome.of(kind, explanation);
        observers.rejected(outcome, size, remoteAddress);
        return new CallbackResponse(outcome);
    }

    /**
     * Takes a request without waiting, for servers with an event loop. Without an executor the handler has been called when
     * this returns.
     *
     * @param request the request
     * @return completes with what to answer, at the latest at the deadline; never exceptionally
     * @throws IllegalStateException if there is an executor but no timer, so that nobody could watch the deadline
     */
    public CompletionStage<CallbackResponse> receiveAsync(CallbackRequest request) {
        if (executor != null && timer == null) {
            throw new IllegalStateException(
                    "receiveAsync with an executor needs a timer for the deadlines: call timer(...) on the builder");
        }
        Begun begun = begin(request, deadlines);
        if (begun instanceof Begun.Answered answered) {
            return CompletableFuture.completedStage(answered.reply());
        }
        Dispatch dispatch = (Dispatch) begun;
        return executor == null || timer == null
                ? CompletableFuture.completedStage(dispatch.handle())
                : race(dispatch, executor, timer);
    }

    private CompletionStage<CallbackResponse> race(
            Dispatch dispatch, Executor starter, ScheduledExecutorService watch) {
        CompletableFuture<CallbackResponse> reply = new CompletableFuture<>();
        AtomicReference<@Nullable Future<?>> alarm = new AtomicReference<>();
        DeadlineRace race = new DeadlineRace(dispatch, answer -> {
            reply.complete(answer);
            Future<?> set = alarm.get();
            if (set != null) {
                set.cancel(false); // or it would hold this delivery until the deadline
            }
        });
        try {
            alarm.set(watch.schedule(race::expire, untilDeadline(dispatch).toNanos(), TimeUnit.NANOSECONDS));
            race.start(starter);
        } catch (RejectedExecutionException e) {
            race.reject(Outcome.failed(Outcome.Kind.OVERLOADED, "the timer is shut down or takes no more", e));
        }
        return reply.minimalCompletionStage();
    }

    private Duration untilDeadline(Dispatch dispatch) {
        Duration left = Duration.between(clock.instant(), dispatch.deadline());
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Whether this receiver has an executor of its own, so that its own deadlines hold. */
    boolean watchesDeadlines() {
        return executor != null;
    }

    /** Tells log and listener of a request that the server answers 503 without reading it. */
    void turnedAway(@Nullable String remoteAddress, String explanation) {
        observers.rejected(Outcome.of(Outcome.Kind.OVERLOADED, explanation), 0, remoteAddress);
    }

    /**
     * The largest body that is taken. Read at most one byte more from a stranger: what is longer is answered 413, however
     * much more there is.
     *
     * @return the number of bytes, as given to the builder
     */
    public int maxBodyBytes() {
        return maxBodyBytes;
    }

    Duration lease() {
        return lease;
    }

    Clock clock() {
        return clock;
    }

    /** The steps before the handler: read, verify, decode, admit. */
    Begun begin(CallbackRequest request, Deadlines limits) {
        long began = observers.nanoTime();
        Instant now = clock.instant();
        Outcome form = RequestForm.check(request, maxBodyBytes);
        if (form != null) {
            return refuse(request, form);
        }
        Packet packet;
        try {
            packet = reader.read(request.body());
        } catch (UnreadablePacketException e) {
            return refuse(request, Outcome.of(Outcome.Kind.UNREADABLE, "unreadable: " + e.getMessage()));
        }
        VerificationResult verificationResult;
        try {
            verificationResult = verifier.verify(request.target(), packet.signed(), now);
        } catch (Throwable e) { // your lookup may fail in any way; CSS tries again
            return refuse(
                    request, Outcome.failed(Outcome.Kind.KEY_LOOKUP_FAILED, "looking up the callback keys failed", e));
        }
        boolean unsigned = verificationResult.kind() == VerificationResult.Kind.ABSENT && handlers.allowsUnsigned();
        if (!verificationResult.isValid() && !unsigned) {
            return refuse(request, Outcome.refused(verificationResult));
        }
        List<FieldProblem> problems = new ArrayList<>(0);
        CallbackEvent event;
        try {
            event = packet.type().decode(Fields.of(packet.members()), problems);
        } catch (ConflictingSpellingsException e) {
            return refuse(request, Outcome.of(Outcome.Kind.UNREADABLE, "unreadable: " + e.getMessage()));
        }
        if (unsigned && !handlers.allowsUnsigned(event.type())) {
            return refuse(request, Outcome.refused(verificationResult));
        }
        Instant receivedAt = request.receivedAt();
        return admit(
                new Received<>(
                        event,
                        problems.isEmpty() ? List.of() : List.copyOf(problems),
                        identity.of(request.target(), !unsigned, packet),
                        verificationResult,
                        receivedAt == null ? now : receivedAt,
                        request),
                began,
                limits);
    }

    private Begun admit(Received<CallbackEvent> received, long began, Deadlines limits) {
        if (!places.tryAcquire()) {
            return fail(received, Outcome.of(Outcome.Kind.OVERLOADED, "too many deliveries are being handled"));
        }
        ClaimToken token = null;
        IdempotencyKey idempotencyKey = received.idempotencyKey();
        if (idempotencyKey != null) {
            Claim claim;
            try {
                claim = log.claim(idempotencyKey, lease);
            } catch (Throwable e) { // a store may fail in any way, and the place must not stay taken
                places.release();
                return fail(received, Outcome.failed(Outcome.Kind.STORE_FAILED, "the delivery log failed on claim", e));
            }
            if (!(claim instanceof Claim.Acquired first)) {
                places.release();
                return claim instanceof Claim.AlreadyHandled ? repeat(received) : inProgress(received);
            }
            token = first.token();
        }
        return new Dispatch(handlers, received, log, token, observers, places, began, limits);
    }

    private Begun refuse(CallbackRequest request, Outcome outcome) {
        observers.rejected(outcome, request.body().length, request.remoteAddress());
        return new Begun.Answered(new CallbackResponse(outcome));
    }

    private Begun repeat(Received<CallbackEvent> received) {
        observers.duplicate(received);
        return new Begun.Answered(
                new CallbackResponse(Outcome.of(Outcome.Kind.DUPLICATE, "handled before; not handled again")));
    }

    private Begun inProgress(Received<CallbackEvent> received) {
        return fail(received, Outcome.of(Outcome.Kind.IN_PROGRESS, "the same delivery is being handled"));
    }

    private Begun fail(Received<CallbackEvent> received, Outcome outcome) {
        observers.failed(received, outcome);
        return new Begun.Answered(new CallbackResponse(outcome));
    }
}
