package io.github.csscallback.testkit.simulator;

import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.signature.CallbackSigner;
import io.github.csscallback.testkit.SamplePacket;
import io.github.csscallback.testkit.internal.fault.FaultPlan;
import io.github.csscallback.testkit.internal.packet.Identifiers;
import io.github.csscallback.testkit.internal.route.Destination;
import io.github.csscallback.testkit.simulator.fault.FaultKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Makes the bytes of an attempt, with {@code t} and {@code sign} as CSS sets them, or as faults require. */
final class PacketSigner {

    private static final int HEX = 16;

    private final Clock stamp;
    private final Duration validity;
    private final SignatureOnRetry onRetry;
    private final Identifiers ids;

    /**
     * @param stamp the clock that {@code t} is counted from, which is that of the receiver
     */
    PacketSigner(Clock stamp, Duration validity, SignatureOnRetry onRetry, Identifiers ids) {
        this.stamp = stamp;
        this.validity = validity;
        this.onRetry = onRetry;
        this.ids = ids;
    }

    /**
     * @param age the time since the packet was signed, in the simulator's time
     */
    SignedPacket sign(
            SimulatedEvent event, int attempt, Destination.Address to, Duration age, FaultPlan.OfAttempt faults) {
        SignedPacket first = event.firstSigned();
        if (first != null && attempt > 1 && isKept(event.faultPlan(), faults)) {
            return first;
        }
        CallbackKey key = keyFor(event, to, faults);
        Instant t = stamp.instant().minus(age).plus(validity);
        SignedPacket signed = key == null
                ? new SignedPacket(event.packet().bytes(), null, null)
                : new SignedPacket(event.packet().signedWith(key, t).bytes(), key, t);
        if (first == null) {
            event.signedFirst(signed);
        }
        return signed;
    }

    private boolean isKept(FaultPlan ofDelivery, FaultPlan.OfAttempt faults) {
        if (ofDelivery.has(FaultKind.SIGNATURE_RENEWED)) {
            faults.note(FaultKind.SIGNATURE_RENEWED);
            return false;
        }
        if (ofDelivery.has(FaultKind.SIGNATURE_KEPT)) {
            faults.note(FaultKind.SIGNATURE_KEPT);
            return true;
        }
        return onRetry == SignatureOnRetry.KEPT;
    }

    private @Nullable CallbackKey keyFor(SimulatedEvent event, Destination.Address to, FaultPlan.OfAttempt faults) {
        if (faults.apply(FaultKind.WRONG_KEY)) {
            return CallbackKey.of(
                    "forged" + Long.toHexString(ids.ofDelivery(event.number()).nextLong()));
        }
        if (to.previousKey() != null && faults.apply(FaultKind.OLD_KEY)) {
            return to.previousKey();
        }
        return to.key();
    }

    /** The bytes with one byte changed where every receiver must detect it. */
    byte[] mangled(SignedPacket signed, SimulatedEvent event) {
        CallbackKey key = signed.key();
        Instant t = signed.t();
        SplittableRandom random = ids.ofDelivery(event.number());
        int place = random.nextInt(3);
        if (key == null || t == null || place == 0) {
            byte[] bytes = signed.bytes().clone();
            bytes[0] ^= 1; // no brace any more
            return bytes;
        }
        SamplePacket packet = event.packet().signedWith(key, t);
        if (place == 1) {
            long digit = t.getEpochSecond() % 10;
            return packet.with("t", t.getEpochSecond() - digit + (digit + 1) % 10)
                    .bytes();
        }
        char[] sign = CallbackSigner.sign(key, t).toCharArray();
        int at = random.nextInt(sign.length);
        sign[at] = Character.forDigit((Character.digit(sign[at], HEX) + 1) % HEX, HEX);
        return packet.with("sign", String.valueOf(sign)).bytes();
    }
}
