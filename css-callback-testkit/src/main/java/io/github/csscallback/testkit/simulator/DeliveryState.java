package io.github.csscallback.testkit.simulator;

/** How far a {@link SimulatedEvent} has come. */
public enum DeliveryState {
    /** There was nowhere to send it; {@link SimulatedEvent#notSentReason()} says why. Final. */
    NOT_SENT,
    /** It is to be sent, for the first time or again. */
    PENDING,
    /** The receiver answered 200 in time, and the answer arrived. Final. */
    ACKNOWLEDGED,
    /** The last retry failed, or there was nowhere to send it any more. Final. */
    GIVEN_UP
}
