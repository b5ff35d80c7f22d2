package io.github.csscallback.testkit.simulator;

/** How far a {@link SimulatedEvent} has come. */
public enum DeliveryState {
    /** There was no address; see {@link SimulatedEvent#notSentReason()}. Final. */
    NOT_SENT,
    /** The first attempt or a retry is still to come. */
    PENDING,
    /** The receiver responded with status 200 in time, and the response arrived. Final. */
    ACKNOWLEDGED,
    /** The last retry failed, or there was no address any more. Final. */
    GIVEN_UP
}
