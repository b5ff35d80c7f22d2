package io.github.csscallback.receiver;

/** The result of the steps before the claim: a rejected request, or a packet to handle. */
sealed interface Intake permits Intake.Rejected, VerifiedPacket {

    /** A request without a packet that may be handled. */
    record Rejected(Outcome outcome) implements Intake {}
}
