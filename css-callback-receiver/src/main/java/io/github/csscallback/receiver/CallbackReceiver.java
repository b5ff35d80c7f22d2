package io.github.csscallback.receiver;

import io.github.csscallback.core.event.CallbackEvent;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.field.UnreadablePacketException;
import io.github.csscallback.core.signature.CallbackKeys;
import io.github.csscallback.core.signature.SignatureVerifier;
import io.github.csscallback.core.signature.TimestampTolerance;
import io.github.csscallback.core.signature.VerificationResult;
import io.github.csscallback.receiver.idempotency.IdempotencyStore;
import io.github.csscallback.receiver.idempotency.InMemoryIdempotencyStore;
import io.github.csscallback.receiver.internal.deadline.DeadlineTimer;
import io.github.csscallback.receiver.internal.deadline.Deadlines;
import io.github.csscallback.receiver.internal.identify.IdempotencyKeyFactory;
import io.github.csscallback.receiver.internal.read.Packet;
import io.github.csscallback.receiver.internal.read.PacketReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Receives CSS callbacks: parses and verifies each packet, decodes the event, suppresses duplicates, calls the matching
 * handler and returns the response to send. Works inside any web server; {@code CallbackServer} is a ready-made one.
 *
 * <p><strong>Guarantees.</strong> No handler, listener or log sees any content of a packet before its signature is
 * verified. A genuine event gets status 200 only after its handler returned, so it is handled at least once while CSS still
 * retries. A duplicate gets 200 without a call of the handler, as long as the {@link IdempotencyStore} remembers the event:
 * by default 30 minutes, in this process. No two handlers work on one event at a time within its lease.
 *
 * <p><strong>Not guaranteed.</strong> Order: an interruption may arrive before its push. Exactly once: after a restart, in a
 * second process without a shared idempotency store, or after the retention, a duplicate is handled again. Delivery after the
 * last retry of CSS (12, a minute apart, for most types): such an event is lost. And the signature does not cover the
 * content: see {@link SignatureVerifier}.
 *
 * <p><strong>Idempotency key.</strong> Made of the request's path, whether the packet is signed, {@code event_type}, {@code
 * appid}, domain, path and stream; then for 0 and 1 {@code sequence}; 100 {@code file_id} and {@code video_url}; 332 {@code
 * session_id}, {@code record_event} and {@code seq}; 315 {@code request_id}; 317 {@code img} and {@code screenshotTime}; for
 * all others, and where one of these is missing or a placeholder (blank, zero, {@code null}, {@code N/A}), all members but
 * {@code t}, {@code sign}, {@code sendTime} and {@code callback_url}. The query is part of it only if the callback keys
 * depend on the request's target. A packet of type 314 without {@code event_time} has no key and is never a duplicate.
 *
 * <p><strong>Deadline.</strong> A handler that is not done by its deadline goes on, while CSS gets 503 and retries later.
 * The deadline holds in {@link #receive(CallbackRequest, Consumer)} and {@link #receiveAsync}, and in {@link
 * #receive(CallbackRequest)} if there is an executor; without one that method returns when the handler does.
 *
 * <p><strong>Virtual threads.</strong> On JDK 21 and later handlers run on virtual threads with {@code
 * executor(Executors.newVirtualThreadPerTaskExecutor())}; {@code maxInFlight} bounds how many there are.
 *
 * <p>Immutable and safe for use by several threads; one serves a whole application. It starts no thread but a
 * short-lived one at each deadline that passes, and with a {@link Builder#timer} none at all.
 *
 * @see <a href="https://www.tencentcloud.com/document/product/267/38080">How to receive callbacks</a>
 */
public final class CallbackReceiver {

    private final PacketReader reader;
    private final SignatureVerifier verifier;
    private final IdempotencyKeyFactory keyFactory;
    private final CallbackHandlers handlers;
    private final IdempotencyStore idempotencyStore;
    private final ReceiverReporting reporting;
    private final Deadlines deadlines;
    private final DeadlineTimer deadlineTimer;
    private final Semaphore permits;
    private final Clock clock;
    private final Duration lease;
    private final TimestampTolerance timestampTolerance;
    private final int maxBodyBytes;
    private final int maxInFlight;
    private final boolean acceptsUntyped;
    private final @Nullable CallbackListener listener;
    private final @Nullable Executor executor;
    private final @Nullable ScheduledExecutorService timer;

    private CallbackReceiver(
            Builder builder, CallbackKeys keys, CallbackHandlers handlers, IdempotencyStore idempotencyStore) {
        this.reader = new PacketReader(builder.acceptUntyped);
        this.verifier = SignatureVerifier.builder()
                .keys(keys)
                .timestampTolerance(builder.timestampTolerance)
                .clock(builder.clock)
                .build();
        this.keyFactory = new IdempotencyKeyFactory(keys.dependsOnTarget());
        this.handlers = handlers;
        this.idempotencyStore = idempotencyStore;
        this.reporting = new ReceiverReporting(builder.listener, builder.clock);
        this.deadlines = new Deadlines(builder.deadline);
        this.deadlineTimer = new DeadlineTimer(builder.timer);
        this.permits = new Semaphore(builder.maxInFlight);
        this.clock = builder.clock;
        this.lease = builder.lease;
        this.timestampTolerance = builder.timestampTolerance;
        this.maxBodyBytes = builder.maxBodyBytes;
        this.maxInFlight = builder.maxInFlight;
        this.acceptsUntyped = builder.acceptUntyped;
        this.listener = builder.listener;
        this.executor = builder.executor;
        this.timer = builder.timer;
    }

    /** Returns a builder without keys and handlers. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Receives a request and waits for the response: without an executor until the handler, which runs on this thread, is
     * done; with one at most until the deadline. Never throws because of the request or the handler. A thread that is
     * interrupted while it waits gets the response of the deadline and stays interrupted.
     *
     * @return the response to send
     */
    public CallbackResponse receive(CallbackRequest request) {
        CompletableFuture<CallbackResponse> response = new CompletableFuture<>();
        DeadlineRace race = executor == null
                ? start(request, Runnable::run, true, false, response::complete)
                : start(request, executor, true, true, response::complete);
        try {
            return response.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            race.expire();
            return response.join();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a response never completes exceptionally", e);
        }
    }

    /**
     * Receives a request, for servers that can respond from another thread. The handler runs on the calling thread, or on
     * the executor if there is one. The responder is called exactly once: by the thread that ran the handler (by the
     * calling thread if no handler is called), or at the deadline by another thread, while the handler goes on: that of the
     * {@link Builder#timer}, otherwise a short-lived one. An exception thrown by the responder is logged and changes nothing
     * else.
     *
     * @param responder sends the response
     */
    public void receive(CallbackRequest request, Consumer<CallbackResponse> responder) {
        start(request, executor == null ? Runnable::run : executor, true, true, responder);
    }

    /**
     * Receives a request without blocking, for servers with an event loop. The packet is parsed and verified on the calling
     * thread, so a lookup of callback keys must not block either; the idempotency store and the handler are called on the
     * executor, or without {@link Builder#executor} on the default asynchronous executor of {@link CompletableFuture}.
     *
     * @return completes with the response to send, at the latest at the deadline; never exceptionally
     */
    public CompletionStage<CallbackResponse> receiveAsync(CallbackRequest request) {
        CompletableFuture<CallbackResponse> response = new CompletableFuture<>();
        start(request, executor == null ? response.defaultExecutor() : executor, false, true, response::complete);
        return response.minimalCompletionStage();
    }

    /**
     * Rejects a request that an adapter cannot pass on, for example one to another path or one too many: reports it to the
     * log and the listener like the receiver's own rejections.
     *
     * @param kind the outcome; its status is not 200
     * @param explanation the reason and what to do about it, for the operator; without the value of a key, a sign or a body
     * @param size the number of bytes of the body that were read
     * @param remoteAddress the peer's address; null if unknown
     * @return the response to send
     * @throws IllegalArgumentException if CSS would not send the event again
     */
    public CallbackResponse reject(Outcome.Kind kind, String explanation, int size, @Nullable String remoteAddress) {
        if (kind.status() == 200) {
            throw new IllegalArgumentException(kind + " is not a rejection: CSS would not send the event again");
        }
        return reject(Outcome.of(kind, explanation), size, remoteAddress);
    }

    private CallbackResponse reject(Outcome outcome, int size, @Nullable String remoteAddress) {
        reporting.rejected(outcome, size, remoteAddress);
        return new CallbackResponse(outcome);
    }

    /**
     * The one path of all entry points.
     *
     * @param claimHere whether the store may be called on this thread
     * @param limited whether the deadline holds
     */
    private DeadlineRace start(
            CallbackRequest request,
            Executor starter,
            boolean claimHere,
            boolean limited,
            Consumer<CallbackResponse> responder) {
        DeadlineRace race = new DeadlineRace(reporting, responder);
        Intake intake = intake(request);
        if (intake instanceof Intake.Rejected rejected) {
            race.respond(reject(rejected.outcome(), request.body().length, request.remoteAddress()));
            return race;
        }
        VerifiedPacket packet = (VerifiedPacket) intake;
        if (!permits.tryAcquire()) {
            Outcome overloaded =
                    Outcome.of(Outcome.Kind.OVERLOADED, "as many deliveries as maxInFlight allows are being handled");
            reporting.failed(packet, overloaded);
            race.respond(new CallbackResponse(overloaded));
            return race;
        }
        DeliveryClaim claim = new DeliveryClaim(idempotencyStore, packet.idempotencyKey());
        DeliveryTask task = new DeliveryTask(packet, handlers, claim, lease, reporting, permits, race);
        try {
            if (limited) {
                race.start(packet, deadlineTimer, untilDeadline(packet));
            }
        } catch (RejectedExecutionException e) {
            task.reject(Outcome.failed(Outcome.Kind.OVERLOADED, "the timer is shut down or accepts no more tasks", e));
            return race;
        }
        if (!claimHere || task.claim()) {
            task.startOn(starter);
        }
        return race;
    }

    /** The steps before the claim: precheck, read, verify, decode, identify. */
    private Intake intake(CallbackRequest request) {
        long arrivalNanos = reporting.nanoTime();
        Instant now = clock.instant();
        Outcome objection = RequestPrecheck.check(request, maxBodyBytes);
        if (objection != null) {
            return new Intake.Rejected(objection);
        }
        try {
            Packet packet = reader.read(request.body());
            VerificationResult verified;
            try {
                verified = verifier.verify(request.target(), packet.signed(), now);
            } catch (Throwable e) { // the user's lookup of keys may throw anything
                return new Intake.Rejected(
                        Outcome.failed(Outcome.Kind.KEY_LOOKUP_FAILED, "the lookup of the callback keys failed", e));
            }
            boolean unsigned = verified.kind() == VerificationResult.Kind.ABSENT;
            if (unsigned ? !handlers.allowsUnsigned() : !verified.isValid()) {
                return new Intake.Rejected(Outcome.badSignature(verified));
            }
            CallbackDecoder.Decoded decoded = CallbackDecoder.decode(packet);
            CallbackEvent event = decoded.event();
            if (unsigned && !handlers.allowsUnsigned(event.type())) {
                return new Intake.Rejected(Outcome.badSignature(verified));
            }
            Instant receivedAt = request.receivedAt() == null ? now : request.receivedAt();
            return new VerifiedPacket(
                    event,
                    decoded.problems(),
                    keyFactory.keyOf(request.target(), !unsigned, packet),
                    verified,
                    receivedAt,
                    arrivalNanos,
                    request);
        } catch (UnreadablePacketException e) {
            return new Intake.Rejected(Outcome.of(Outcome.Kind.UNREADABLE, "unreadable: " + e.getMessage()));
        }
    }

    private Duration untilDeadline(VerifiedPacket packet) {
        Duration limit = deadlines.of(packet.event());
        Duration left = Duration.between(clock.instant(), packet.receivedAt().plus(limit));
        return left.isNegative() ? Duration.ZERO : left.compareTo(limit) > 0 ? limit : left;
    }

    /** Returns the largest body accepted. Read at most one byte more: a longer one gets 413, however much more there is. */
    public int maxBodyBytes() {
        return maxBodyBytes;
    }

    /** Returns how many deliveries can be in flight at once. */
    public int maxInFlight() {
        return maxInFlight;
    }

    /** Returns the deadline of types without a shorter one of their own. */
    public Duration deadline() {
        return deadlines.usual();
    }

    /** Returns how long a handler has an event to itself. */
    public Duration lease() {
        return lease;
    }

    /** Returns how far {@code t} may be from now. */
    public TimestampTolerance timestampTolerance() {
        return timestampTolerance;
    }

    /** Returns the handlers. */
    public CallbackHandlers handlers() {
        return handlers;
    }

    /** Returns the idempotency store. */
    public IdempotencyStore idempotencyStore() {
        return idempotencyStore;
    }

    /** Returns whether packets without {@code event_type} are accepted. */
    public boolean acceptsUntyped() {
        return acceptsUntyped;
    }

    /** Returns the clock. */
    public Clock clock() {
        return clock;
    }

    /** Returns the listener, or null. */
    public @Nullable CallbackListener listener() {
        return listener;
    }

    /** Returns the executor that was set, or null. */
    public @Nullable Executor executor() {
        return executor;
    }

    /** Returns the timer that was set, or null. */
    public @Nullable ScheduledExecutorService timer() {
        return timer;
    }

    /** Shows the configuration, without keys. */
    @Override
    public String toString() {
        return "CallbackReceiver[handlers=" + handlers
                + ", maxBodyBytes=" + maxBodyBytes
                + ", maxInFlight=" + maxInFlight
                + ", deadline=" + deadline()
                + ", lease=" + lease
                + ", timestampTolerance=" + timestampTolerance
                + ", idempotencyStore=" + idempotencyStore.getClass().getSimpleName()
                + ", acceptsUntyped=" + acceptsUntyped
                + ", executor="
                + (executor == null ? "none" : executor.getClass().getSimpleName())
                + ", timer=" + (timer == null ? "none" : timer.getClass().getSimpleName())
                + ", listener="
                + (listener == null ? "none" : listener.getClass().getSimpleName()) + "]";
    }

    /**
     * Builds a {@link CallbackReceiver}: keys and {@code otherwise} (or {@code handlers}) are mandatory, everything else has
     * a default. Not safe for use by several threads.
     */
    public static final class Builder {

        private static final Duration MAX_DURATION = Duration.ofDays(1);
        private static final int MAX_BODY_BYTES = 1 << 27;

        private final CallbackHandlers.Builder ownHandlers = CallbackHandlers.builder();
        private boolean hasOwnHandlers;
        private @Nullable CallbackHandlers handlers;
        private @Nullable CallbackKeys keys;
        private TimestampTolerance timestampTolerance = TimestampTolerance.defaults();
        private @Nullable IdempotencyStore idempotencyStore;
        private boolean acceptUntyped;
        private Duration lease = Duration.ofMinutes(10);
        private @Nullable CallbackListener listener;
        private Clock clock = Clock.systemUTC();
        private int maxBodyBytes = 1 << 20;
        private int maxInFlight = 1000;
        private Duration deadline = Deadlines.DEFAULT;
        private @Nullable Executor executor;
        private @Nullable ScheduledExecutorService timer;

        private Builder() {}

        /** Sets the callback keys, for example {@code CallbackKeys.of(current, previous)}. Mandatory. */
        public Builder keys(CallbackKeys keys) {
            this.keys = Objects.requireNonNull(keys, "keys");
            return this;
        }

        /** Sets all handlers at once, instead of {@code on}, {@code onUnsigned} and {@code otherwise} of this builder. */
        public Builder handlers(CallbackHandlers handlers) {
            this.handlers = Objects.requireNonNull(handlers, "handlers");
            return this;
        }

        /**
         * As {@link CallbackHandlers.Builder#on(Class, CallbackHandler)}.
         *
         * @param <E> the type's record
         */
        public <E extends CallbackEvent> Builder on(Class<E> eventClass, CallbackHandler<? super E> handler) {
            own().on(eventClass, handler);
            return this;
        }

        /** As {@link CallbackHandlers.Builder#on(EventType, CallbackHandler)}. */
        public Builder on(EventType type, CallbackHandler<CallbackEvent> handler) {
            own().on(type, handler);
            return this;
        }

        /**
         * As {@link CallbackHandlers.Builder#onUnsigned(Class, UnsignedCallbackHandler)}.
         *
         * @param <E> the type's record
         */
        public <E extends CallbackEvent> Builder onUnsigned(
                Class<E> eventClass, UnsignedCallbackHandler<? super E> handler) {
            own().onUnsigned(eventClass, handler);
            return this;
        }

        /** As {@link CallbackHandlers.Builder#onUnsigned(EventType, UnsignedCallbackHandler)}. */
        public Builder onUnsigned(EventType type, UnsignedCallbackHandler<CallbackEvent> handler) {
            own().onUnsigned(type, handler);
            return this;
        }

        /** As {@link CallbackHandlers.Builder#otherwise}. */
        public Builder otherwise(CallbackHandler<CallbackEvent> handler) {
            own().otherwise(handler);
            return this;
        }

        private CallbackHandlers.Builder own() {
            hasOwnHandlers = true;
            return ownHandlers;
        }

        /**
         * Accepts packets without {@code event_type} that look like the image moderation of before 2020. They carry no
         * signature either: allow that with {@code onUnsigned(PornCensorshipEvent.class, ...)}.
         */
        public Builder acceptUntyped() {
            this.acceptUntyped = true;
            return this;
        }

        /** Sets how far {@code t} may be from now; default {@link TimestampTolerance#defaults()}. */
        public Builder timestampTolerance(TimestampTolerance timestampTolerance) {
            this.timestampTolerance = Objects.requireNonNull(timestampTolerance, "timestampTolerance");
            return this;
        }

        /** Sets where handled events are remembered; default an {@link InMemoryIdempotencyStore}. */
        public Builder idempotencyStore(IdempotencyStore idempotencyStore) {
            this.idempotencyStore = Objects.requireNonNull(idempotencyStore, "idempotencyStore");
            return this;
        }

        /**
         * Sets how long a handler has an event to itself; default 10 minutes. If a handler takes longer, a retry may be
         * handled beside it.
         *
         * @param lease positive, at most a day, not shorter than the deadline
         */
        public Builder lease(Duration lease) {
            this.lease = checked("lease", lease);
            return this;
        }

        /** Sets the listener, which observes outcomes. */
        public Builder listener(CallbackListener listener) {
            if (this.listener != null) {
                throw new IllegalArgumentException("there is one listener; let it call the others");
            }
            this.listener = Objects.requireNonNull(listener, "listener");
            return this;
        }

        /**
         * Sets the clock for {@code t} and for the deadlines; default the system clock. For tests: another clock than the
         * system's also drives the default idempotency store, which otherwise goes by {@link System#nanoTime()}.
         */
        public Builder clock(Clock clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
            return this;
        }

        /**
         * Sets the largest body accepted; default 1 MiB.
         *
         * @param maxBodyBytes from 1 to 128 Mi
         */
        public Builder maxBodyBytes(int maxBodyBytes) {
            if (maxBodyBytes < 1 || maxBodyBytes > MAX_BODY_BYTES) {
                throw new IllegalArgumentException(
                        "maxBodyBytes must be from 1 to " + MAX_BODY_BYTES + ", not " + maxBodyBytes);
            }
            this.maxBodyBytes = maxBodyBytes;
            return this;
        }

        /**
         * Sets how many deliveries can be in flight at once, those past their deadline included; default 1000. Beyond it CSS
         * gets 503 and retries later.
         *
         * @param maxInFlight at least 1
         */
        public Builder maxInFlight(int maxInFlight) {
            if (maxInFlight < 1) {
                throw new IllegalArgumentException("maxInFlight must be at least 1, not " + maxInFlight);
            }
            this.maxInFlight = maxInFlight;
            return this;
        }

        /**
         * Sets the executor that runs the handlers; without one see each method of {@link CallbackReceiver}. It is not shut
         * down with the receiver. It must run every accepted task: a silently dropped task holds its claim until the lease
         * expires and its permit forever.
         */
        public Builder executor(Executor executor) {
            this.executor = Objects.requireNonNull(executor, "executor");
            return this;
        }

        /**
         * Sets the timer for the deadlines; default the JDK's own, that of {@link CompletableFuture#orTimeout}. At a deadline
         * the timer's thread calls the listener and the responder, which must not block it for long. A deadline is cancelled when there is a response, but a {@code
         * ScheduledThreadPoolExecutor} holds it, and the packet, until then unless {@code setRemoveOnCancelPolicy(true)} was
         * called. It is not shut down with the receiver.
         */
        public Builder timer(ScheduledExecutorService timer) {
            this.timer = Objects.requireNonNull(timer, "timer");
            return this;
        }

        /**
         * Sets when CSS gets 503 for a handler that is not done, counted from the arrival of the request; default 15
         * seconds. It is at most a second less than CSS waits: 19 seconds, 4 for type 321 or less if the packet demands it. The
         * handler is not interrupted and keeps its claim. {@link CallbackReceiver} describes where the deadline holds.
         *
         * @param deadline positive, at most a day
         */
        public Builder deadline(Duration deadline) {
            this.deadline = checked("deadline", deadline);
            return this;
        }

        private static Duration checked(String name, Duration value) {
            if (value.isNegative() || value.isZero() || value.compareTo(MAX_DURATION) > 0) {
                throw new IllegalArgumentException(name + " must be positive and at most a day, not " + value);
            }
            return value;
        }

        /**
         * Builds the receiver.
         *
         * @throws IllegalStateException if keys or {@code otherwise} are missing, a handler would never be called, the lease
         *     is shorter than the deadline, or the idempotency store forgets an event while its packet is still accepted
         */
        public CallbackReceiver build() {
            CallbackKeys givenKeys = keys;
            if (givenKeys == null) {
                throw new IllegalStateException(
                        "no callback keys: call keys(...); without one no packet can be trusted");
            }
            if (handlers != null && hasOwnHandlers) {
                throw new IllegalStateException(
                        "handlers(...) replaces on, onUnsigned and otherwise of this builder; use one of both");
            }
            CallbackHandlers allHandlers = handlers == null ? ownHandlers.build() : handlers;
            if (lease.compareTo(deadline) < 0) {
                throw new IllegalStateException("the lease, " + lease + ", ends before the deadline, " + deadline
                        + ": a retry could be handled beside the first delivery");
            }
            IdempotencyStore store = idempotencyStore == null ? defaultStore() : idempotencyStore;
            if (store.retention().compareTo(timestampTolerance.window()) < 0) {
                throw new IllegalStateException("the idempotency store remembers an event for " + store.retention()
                        + ", but a packet is accepted for " + timestampTolerance.window()
                        + " (timestampTolerance future + past): a duplicate could be handled again");
            }
            allHandlers.unsignedTypes().stream()
                    .filter(EventType::isSigned)
                    .forEach(type -> LoggerFactory.getLogger(CallbackReceiver.class)
                            .warn(
                                    "{} is accepted without a signature: anybody can send it. Only 314 and 328 have none.",
                                    type));
            return new CallbackReceiver(this, givenKeys, allHandlers, store);
        }

        private IdempotencyStore defaultStore() {
            InMemoryIdempotencyStore.Builder builder = InMemoryIdempotencyStore.builder();
            if (!clock.equals(Clock.systemUTC())) { // a clock for tests: leases go by it, too
                Instant start = clock.instant(); // nanoseconds since 1970 would overflow in the year 2262
                builder.nanoTime(() -> ChronoUnit.NANOS.between(start, clock.instant()));
            }
            return builder.build();
        }
    }
}
