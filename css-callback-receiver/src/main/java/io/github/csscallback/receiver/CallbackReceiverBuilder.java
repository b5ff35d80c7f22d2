package io.github.csscallback.receiver;

import io.github.csscallback.core.event.CallbackEvent;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackKeys;
import io.github.csscallback.core.signature.SignatureVerifier;
import io.github.csscallback.core.signature.TimestampTolerance;
import io.github.csscallback.receiver.idempotency.IdempotencyStore;
import io.github.csscallback.receiver.idempotency.InMemoryIdempotencyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Sets up a {@link CallbackReceiver}: keys and a fallback are mandatory, all else has a default. Not safe for use by several
 * threads.
 */
public final class CallbackReceiverBuilder {

    private static final Duration LONGEST_LEASE = Duration.ofDays(1);
    private static final int DEFAULT_MAX_BODY_BYTES = 1 << 20;
    private static final int LARGEST_BODY_BYTES = 1 << 27;

    private final Map<EventType, CallbackHandler<CallbackEvent>> signed = new HashMap<>();
    private final Map<EventType, UnsignedCallbackHandler<CallbackEvent>> unsigned = new HashMap<>();
    private @Nullable CallbackHandler<CallbackEvent> otherwise;
    private @Nullable CallbackKeys keys;
    private TimestampTolerance timestampTolerance = TimestampTolerance.defaults();
    private @Nullable IdempotencyStore idempotencyStore;

    boolean acceptUntyped;
    Duration lease = Duration.ofMinutes(10);

    @Nullable
    CallbackListener listener;

    Clock clock = Clock.systemUTC();
    int maxBodyBytes = DEFAULT_MAX_BODY_BYTES;
    int maxInFlight = 1000;

    @Nullable
    Duration deadline;

    @Nullable
    Executor executor;

    @Nullable
    ScheduledExecutorService timer;

    CallbackReceiverBuilder() {}

    /**
     * The callback keys: without one nothing can be trusted. Mandatory.
     *
     * @param callbackKeys for example {@code CallbackKeys.of(current, previous)}
     * @return this
     */
    public CallbackReceiverBuilder keys(CallbackKeys callbackKeys) {
        this.keys = Objects.requireNonNull(callbackKeys, "callbackKeys");
        return this;
    }

    /**
     * What to do with authenticated events of a type.
     *
     * @param <E> the type's record
     * @param eventClass the type's record
     * @param handler what to do
     * @return this
     * @throws IllegalArgumentException if the type has a handler already, or the class does not stand for one type
     */
    @SuppressWarnings("unchecked") // the table hands it deliveries of its own type only
    public <E extends CallbackEvent> CallbackReceiverBuilder on(
            Class<E> eventClass, CallbackHandler<? super E> handler) {
        return on(EventType.of(eventClass), (CallbackHandler<CallbackEvent>) handler);
    }

    /**
     * What to do with authenticated events of a number, whether this version has a record for it or a later one will. Note
     * that a packet with number 344 and an average score is an event of type 345.
     *
     * @param type the type
     * @param handler what to do
     * @return this
     * @throws IllegalArgumentException if the type has a handler already
     */
    public CallbackReceiverBuilder on(EventType type, CallbackHandler<CallbackEvent> handler) {
        Objects.requireNonNull(handler, "handler");
        if (signed.putIfAbsent(type, handler) != null) {
            throw new IllegalArgumentException("two handlers for " + type + ": exactly one takes each delivery");
        }
        return this;
    }

    /**
     * Allows events of a type to come without a signature, and says what to do with them. Anybody can send such a packet.
     * CSS sends 314 and 328 without one; allowing it for another type is logged as a warning. A signed event of the type
     * still goes to {@link #on(Class, CallbackHandler)} or {@link #otherwise}, and one whose signature is wrong is refused.
     *
     * @param <E> the type's record
     * @param eventClass the type's record
     * @param handler what to do
     * @return this
     * @throws IllegalArgumentException if the type has such a handler already, or the class does not stand for one type
     */
    @SuppressWarnings("unchecked") // the table hands it deliveries of its own type only
    public <E extends CallbackEvent> CallbackReceiverBuilder onUnsigned(
            Class<E> eventClass, UnsignedCallbackHandler<? super E> handler) {
        return onUnsigned(EventType.of(eventClass), (UnsignedCallbackHandler<CallbackEvent>) handler);
    }

    /**
     * As {@link #onUnsigned(Class, UnsignedCallbackHandler)}, for a number.
     *
     * @param type the type
     * @param handler what to do
     * @return this
     * @throws IllegalArgumentException if the type has such a handler already
     */
    public CallbackReceiverBuilder onUnsigned(EventType type, UnsignedCallbackHandler<CallbackEvent> handler) {
        Objects.requireNonNull(handler, "handler");
        if (unsigned.putIfAbsent(type, handler) != null) {
            throw new IllegalArgumentException(
                    "two unsigned handlers for " + type + ": exactly one takes each delivery");
        }
        return this;
    }

    /**
     * What to do with authenticated events that no other handler takes, those of types unknown to this version included.
     * Mandatory, so that nothing is lost by being forgotten. If it returns, CSS does not send the event again.
     *
     * @param handler what to do
     * @return this
     */
    public CallbackReceiverBuilder otherwise(CallbackHandler<CallbackEvent> handler) {
        if (otherwise != null) {
            throw new IllegalArgumentException("otherwise(...) was called twice");
        }
        this.otherwise = Objects.requireNonNull(handler, "handler");
        return this;
    }

    /**
     * Takes a packet without {@code event_type} for the image moderation of before 2020, if it looks like it. Such packets
     * carry no signature either: allow that with {@code onUnsigned(PornCensorshipEvent.class, ...)}.
     *
     * @return this
     */
    public CallbackReceiverBuilder acceptUntyped() {
        this.acceptUntyped = true;
        return this;
    }

    /**
     * How far {@code t} may be from now; {@link TimestampTolerance#defaults()} if not given.
     *
     * @param window the window
     * @return this
     */
    public CallbackReceiverBuilder timestampTolerance(TimestampTolerance window) {
        this.timestampTolerance = Objects.requireNonNull(window, "window");
        return this;
    }

    /**
     * Where deliveries are remembered; an {@link InMemoryIdempotencyStore} if not given. It is not closed with the receiver.
     *
     * @param log the log
     * @return this
     */
    public CallbackReceiverBuilder idempotencyStore(IdempotencyStore log) {
        this.idempotencyStore = Objects.requireNonNull(log, "log");
        return this;
    }

    /**
     * How long a handler has a delivery to itself; 10 minutes if not given. A handler that takes longer may find a retry
     * being handled beside it.
     *
     * @param time a positive length of time, at most a day
     * @return this
     */
    public CallbackReceiverBuilder lease(Duration time) {
        if (time.isNegative() || time.isZero() || time.compareTo(LONGEST_LEASE) > 0) {
            throw new IllegalArgumentException("the lease must be positive and at most a day, not " + time);
        }
        this.lease = time;
        return this;
    }

    /**
     * Who sees what becomes of requests.
     *
     * @param observer the listener
     * @return this
     */
    public CallbackReceiverBuilder listener(CallbackListener observer) {
        if (listener != null) {
            throw new IllegalArgumentException("there is one listener; let it pass on to others");
        }
        this.listener = Objects.requireNonNull(observer, "observer");
        return this;
    }

    /**
     * The clock that judges freshness and, in the default delivery log, ends leases and memories.
     *
     * @param source the clock
     * @return this
     */
    public CallbackReceiverBuilder clock(Clock source) {
        this.clock = Objects.requireNonNull(source, "source");
        return this;
    }

    /**
     * The largest body that is read; 1 MiB if not given.
     *
     * @param bytes from 1 to 128 Mi
     * @return this
     */
    public CallbackReceiverBuilder maxBodyBytes(int bytes) {
        if (bytes < 1 || bytes > LARGEST_BODY_BYTES) {
            throw new IllegalArgumentException(
                    "maxBodyBytes must be from 1 to " + LARGEST_BODY_BYTES + ", not " + bytes);
        }
        this.maxBodyBytes = bytes;
        return this;
    }

    /**
     * How many deliveries may be with their handlers at once, late ones included; beyond it CSS is told to try again. 1000
     * if not given.
     *
     * @param deliveries at least 1
     * @return this
     */
    public CallbackReceiverBuilder maxInFlight(int deliveries) {
        if (deliveries < 1) {
            throw new IllegalArgumentException("maxInFlight must be at least 1, not " + deliveries);
        }
        this.maxInFlight = deliveries;
        return this;
    }

    /**
     * Who calls the handlers; the thread that calls the receiver if not given. With one, deadlines hold. It is not shut
     * down with the receiver. It must run all that it takes: a delivery that it drops without a word keeps its claim until
     * the lease ends, and its place for ever.
     *
     * @param handlerExecutor the executor; better bounded
     * @return this
     */
    public CallbackReceiverBuilder executor(Executor handlerExecutor) {
        this.executor = Objects.requireNonNull(handlerExecutor, "handlerExecutor");
        return this;
    }

    /**
     * Who watches the deadlines of {@link CallbackReceiver#receiveAsync}; one thread is enough. An alarm is cancelled when
     * its delivery is answered, but a {@code ScheduledThreadPoolExecutor} keeps it, and the packet, until the deadline
     * unless you call its {@code setRemoveOnCancelPolicy(true)}. It is not shut down with the receiver.
     *
     * @param deadlineTimer the timer
     * @return this
     */
    public CallbackReceiverBuilder timer(ScheduledExecutorService deadlineTimer) {
        this.timer = Objects.requireNonNull(deadlineTimer, "deadlineTimer");
        return this;
    }

    /**
     * When to tell CSS to try again if a handler is not done, counted from the request's arrival: 15 seconds if not given,
     * as CSS gives up at 20. For 321 it is at most 4 seconds, or the packet's {@code timeout} less one second. The handler
     * is not interrupted and keeps its claim.
     *
     * @param time a positive length of time
     * @return this
     */
    public CallbackReceiverBuilder deadline(Duration time) {
        this.deadline = Deadlines.checked(time);
        return this;
    }

    /**
     * Makes the receiver.
     *
     * @return the receiver
     * @throws IllegalStateException if keys or the fallback are missing, a deadline has no executor or is longer than the
     *     lease, or the delivery log forgets a delivery while its packet is still fresh
     */
    public CallbackReceiver build() {
        CallbackKeys givenKeys = keys;
        CallbackHandler<CallbackEvent> fallback = otherwise;
        if (givenKeys == null) {
            throw new IllegalStateException("no callback keys: call keys(...); without one no packet can be trusted");
        }
        if (fallback == null) {
            throw new IllegalStateException(
                    "no otherwise(...): decide what becomes of events that no handler takes, also of new types");
        }
        if (deadline != null && executor == null) {
            throw new IllegalStateException("deadline(...) needs executor(...): a thread cannot watch over itself");
        }
        if (executor != null) {
            Deadlines.requireWithin(lease, deadline == null ? Deadlines.STANDARD : deadline);
        }
        IdempotencyStore log = idempotencyStore != null
                ? idempotencyStore
                : InMemoryIdempotencyStore.builder().clock(clock).build();
        if (log.retention().compareTo(timestampTolerance.window()) < 0) {
            throw new IllegalStateException("the delivery log remembers " + log.retention()
                    + ", but a packet stays fresh for " + timestampTolerance.window()
                    + " (timestampTolerance future + past): a repeat could be handled twice");
        }
        SignatureVerifier verifier = SignatureVerifier.builder()
                .keys(givenKeys)
                .timestampTolerance(timestampTolerance)
                .clock(clock)
                .build();
        unsigned.keySet().stream()
                .filter(EventType::isSigned)
                .forEach(type -> LoggerFactory.getLogger(CallbackReceiver.class)
                        .warn(
                                "{} is accepted without a signature: anybody can send it. Only 314 and 328 are known to have none.",
                                type));
        return new CallbackReceiver(this, verifier, new HandlerTable(signed, unsigned, fallback), log);
    }
}
