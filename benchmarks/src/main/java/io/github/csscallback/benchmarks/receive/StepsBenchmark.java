package io.github.csscallback.benchmarks.receive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.github.csscallback.core.event.CallbackEvent;
import io.github.csscallback.core.field.Fields;
import io.github.csscallback.core.signature.CallbackKeys;
import io.github.csscallback.core.signature.SignatureVerifier;
import io.github.csscallback.core.signature.VerificationResult;
import io.github.csscallback.receiver.idempotency.IdempotencyKey;
import io.github.csscallback.receiver.internal.identify.IdempotencyKeyFactory;
import io.github.csscallback.receiver.internal.read.Packet;
import io.github.csscallback.receiver.internal.read.PacketReader;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the receiver's time is made of: its steps one by one, and Jackson's bare tokens beside them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class StepsBenchmark {

    /** The kind of packet. */
    @Param({"1", "100", "317"})
    public int type;

    private final JsonFactory json = new JsonFactory();
    private final PacketReader reader = new PacketReader(false);
    private final SignatureVerifier verifier = SignatureVerifier.of(CallbackKeys.of(SignedPackets.KEY));
    private final IdempotencyKeyFactory keys = new IdempotencyKeyFactory(false);
    private final Instant now = Instant.now();
    private SignedPackets packets;
    private Packet packet;

    /**
     * Reads one packet for the later steps.
     *
     * @throws IOException if it is missing
     */
    @Setup
    public void prepare() throws IOException {
        packets = new SignedPackets(type);
        packet = reader.read(packets.next());
    }

    /**
     * Jackson's streaming parser over all tokens, nothing made of them: what a reading step on it cannot go below.
     *
     * @return how many
     * @throws IOException never
     */
    @Benchmark
    public int jacksonTokens() throws IOException {
        int tokens = 0;
        try (JsonParser parser = json.createParser(packets.next())) {
            while (parser.nextToken() != null) {
                tokens++;
            }
        }
        return tokens;
    }

    /**
     * UTF-8, tokens, duplicates, type and signature found.
     *
     * @return the packet
     */
    @Benchmark
    public Packet read() {
        return reader.read(packets.next());
    }

    /**
     * One MD5 block and the clock's window.
     *
     * @return the result
     */
    @Benchmark
    public VerificationResult verify() {
        return verifier.verify("/css", packet.signed(), now);
    }

    /**
     * The record with all its texts, numbers and times.
     *
     * @return the event
     */
    @Benchmark
    public CallbackEvent decode() {
        return packet.type().decode(Fields.of(packet.members()), new ArrayList<>(0));
    }

    /**
     * SHA-256 over what names the delivery.
     *
     * @return the identity
     */
    @Benchmark
    public IdempotencyKey identify() {
        return keys.keyOf("/css", true, packet);
    }
}
