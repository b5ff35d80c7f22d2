package io.github.csscallback.receiver;

import io.github.csscallback.core.event.CallbackEvent;
import io.github.csscallback.core.event.EventType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Maps each event type to its handler; exactly one handler is called for each delivery. Immutable and safe for use by
 * several threads.
 *
 * <pre>{@code
 * CallbackHandlers.builder()
 *     .on(RecordEvent.class, delivery -> save(delivery.event()))
 *     .onUnsigned(MonitorEvent.class, delivery -> check(delivery.event()))
 *     .otherwise(delivery -> log(delivery.event()))
 *     .build();
 * }</pre>
 */
public final class CallbackHandlers {

    private final Map<EventType, CallbackHandler<CallbackEvent>> signed;
    private final Map<EventType, UnsignedCallbackHandler<CallbackEvent>> unsigned;
    private final CallbackHandler<CallbackEvent> otherwise;

    private CallbackHandlers(Builder builder, CallbackHandler<CallbackEvent> otherwise) {
        this.signed = Map.copyOf(builder.signed);
        this.unsigned = Map.copyOf(builder.unsigned);
        this.otherwise = otherwise;
    }

    /** Returns a builder without handlers. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the types registered with {@code on}; unmodifiable. */
    public Set<EventType> types() {
        return signed.keySet();
    }

    /** Returns the types that may come without a signature; unmodifiable. */
    public Set<EventType> unsignedTypes() {
        return unsigned.keySet();
    }

    boolean allowsUnsigned() {
        return !unsigned.isEmpty();
    }

    boolean allowsUnsigned(EventType type) {
        return unsigned.containsKey(type);
    }

    /** Calls the handler of a packet. */
    void handle(VerifiedPacket packet) throws Exception {
        EventType type = packet.event().type();
        boolean valid = packet.verificationResult().isValid();
        CallbackHandler<CallbackEvent> handler = valid ? signed.get(type) : null;
        UnsignedCallbackHandler<CallbackEvent> unsignedHandler = handler == null ? unsigned.get(type) : null;
        if (handler != null) {
            handler.handle(new Delivery<>(packet.event(), packet));
        } else if (unsignedHandler != null) {
            unsignedHandler.handle(new UnsignedDelivery<>(packet.event(), packet));
        } else if (valid) {
            otherwise.handle(new Delivery<>(packet.event(), packet));
        } else {
            throw new IllegalStateException("an unsigned delivery of a type that must be signed: " + type);
        }
    }

    /** Lists the types. */
    @Override
    public String toString() {
        return Stream.concat(
                        signed.keySet().stream().map(EventType::toString).sorted(),
                        unsigned.keySet().stream()
                                .map(type -> type + " (unsigned)")
                                .sorted())
                .collect(Collectors.joining(", ", "CallbackHandlers[", "]"));
    }

    /** Builds {@link CallbackHandlers}; {@code otherwise} is mandatory. Not safe for use by several threads. */
    public static final class Builder {

        private final Map<EventType, CallbackHandler<CallbackEvent>> signed = new LinkedHashMap<>();
        private final Map<EventType, UnsignedCallbackHandler<CallbackEvent>> unsigned = new LinkedHashMap<>();
        private @Nullable CallbackHandler<CallbackEvent> otherwise;

        private Builder() {}

        /**
         * Registers the handler of authenticated events of a type.
         *
         * @param <E> the type's record
         * @throws IllegalArgumentException if the type has a handler already, or the class stands for several types
         */
        @SuppressWarnings("unchecked") // it is called with deliveries of its own type only
        public <E extends CallbackEvent> Builder on(Class<E> eventClass, CallbackHandler<? super E> handler) {
            return on(EventType.of(eventClass), (CallbackHandler<CallbackEvent>) handler);
        }

        /**
         * Registers the handler of authenticated events of a type given by number, whether or not this version has a record
         * for it. A packet with number 344 and an average score is an event of type 345.
         *
         * @throws IllegalArgumentException if the type has a handler already
         */
        public Builder on(EventType type, CallbackHandler<CallbackEvent> handler) {
            Objects.requireNonNull(handler, "handler");
            if (signed.putIfAbsent(type, handler) != null) {
                throw new IllegalArgumentException("two handlers for " + type + ": each delivery has exactly one");
            }
            return this;
        }

        /**
         * Allows events of a type to come without a signature and registers their handler. Anybody can send such a packet.
         * CSS sends 314 and 328 without one; allowing it for another type is logged as a warning. A packet with a wrong
         * signature is rejected all the same. One with a valid signature goes to {@link #on(Class, CallbackHandler)} if the
         * type has such a handler, otherwise to this one, with a valid {@link UnsignedDelivery#verificationResult()}.
         *
         * @param <E> the type's record
         * @throws IllegalArgumentException if the type has such a handler already, or the class stands for several types
         */
        @SuppressWarnings("unchecked") // it is called with deliveries of its own type only
        public <E extends CallbackEvent> Builder onUnsigned(
                Class<E> eventClass, UnsignedCallbackHandler<? super E> handler) {
            return onUnsigned(EventType.of(eventClass), (UnsignedCallbackHandler<CallbackEvent>) handler);
        }

        /**
         * As {@link #onUnsigned(Class, UnsignedCallbackHandler)}, for a type given by number.
         *
         * @throws IllegalArgumentException if the type has such a handler already
         */
        public Builder onUnsigned(EventType type, UnsignedCallbackHandler<CallbackEvent> handler) {
            Objects.requireNonNull(handler, "handler");
            if (unsigned.putIfAbsent(type, handler) != null) {
                throw new IllegalArgumentException(
                        "two unsigned handlers for " + type + ": each delivery has exactly one");
            }
            return this;
        }

        /**
         * Registers the handler of authenticated events that have no other, those of types unknown to this version
         * included. Mandatory, so that no event is lost because its type was forgotten. When it returns, CSS does not send
         * the event again.
         */
        public Builder otherwise(CallbackHandler<CallbackEvent> handler) {
            if (otherwise != null) {
                throw new IllegalArgumentException("otherwise(...) was called twice");
            }
            this.otherwise = Objects.requireNonNull(handler, "handler");
            return this;
        }

        /**
         * Builds the handlers.
         *
         * @throws IllegalStateException if {@code otherwise} is missing, or a type that CSS never signs has a handler that
         *     would never be called
         */
        public CallbackHandlers build() {
            CallbackHandler<CallbackEvent> fallback = otherwise;
            if (fallback == null) {
                throw new IllegalStateException(
                        "no otherwise(...): decide what happens to events without a handler, also of new types");
            }
            for (EventType type : signed.keySet()) {
                if (!type.isSigned() && !unsigned.containsKey(type)) {
                    throw new IllegalStateException("CSS never signs " + type + ", so its handler would not be called;"
                            + " add .onUnsigned(" + type.recordName() + ".class, delivery -> ...)");
                }
            }
            return new CallbackHandlers(this, fallback);
        }
    }
}
