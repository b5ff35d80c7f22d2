package io.github.csscallback.benchmarks.receive;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.csscallback.core.signature.CallbackKeys;
import io.github.csscallback.receiver.CallbackReceiver;
import io.github.csscallback.receiver.CallbackRequest;
import io.github.csscallback.receiver.CallbackResponse;
import io.github.csscallback.receiver.idempotency.InMemoryIdempotencyStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
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
import org.openjdk.jmh.infra.Blackhole;

/** From the bytes of a packet to a handled event, beside what a user would write without this SDK. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ReceiveBenchmark {

    /** The kind of packet. */
    @Param({"1", "100", "317"})
    public int type;

    private SignedPackets packets;
    private CallbackReceiver receiver;
    private ObjectMapper mapper;
    private Class<?> bound;

    /**
     * Prepares all contenders.
     *
     * @param blackhole takes the events
     * @throws IOException if a packet is missing
     */
    @Setup
    public void prepare(Blackhole blackhole) throws IOException {
        packets = new SignedPackets(type);
        receiver = CallbackReceiver.builder()
                .keys(CallbackKeys.of(SignedPackets.KEY))
                .idempotencyStore(InMemoryIdempotencyStore.builder()
                        .capacity(SignedPackets.LOG_CAPACITY)
                        .build())
                .otherwise(delivery -> blackhole.consume(delivery.event()))
                .build();
        mapper = new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        bound = Bound.of(type);
        if (receive(new LogOff()).status() != 200) {
            throw new IllegalStateException("the packet is not handled");
        }
    }

    /**
     * The receiver: strict reading, signature, event, duplicate suppression, handler, response.
     *
     * @param log off
     * @return the response
     */
    @Benchmark
    public CallbackResponse receive(LogOff log) {
        return receiver.receive(CallbackRequest.post("/css", packets.next()));
    }

    /**
     * The same with a line logged for each delivery.
     *
     * @param log on, formatted and thrown away
     * @return the response
     */
    @Benchmark
    public CallbackResponse receiveLogged(LogOn log) {
        return receiver.receive(CallbackRequest.post("/css", packets.next()));
    }

    /**
     * What decoding alone costs with the usual tool: lenient, no signature, no duplicate suppression.
     *
     * @param log off
     * @return the record
     * @throws IOException never
     */
    @Benchmark
    public Object bindOnly(LogOff log) throws IOException {
        return mapper.readValue(packets.next(), bound);
    }

    /**
     * A good user's own code.
     *
     * @param log off
     * @return the record
     * @throws IOException never
     * @throws NoSuchAlgorithmException never
     */
    @Benchmark
    public Object handWritten(LogOff log) throws IOException, NoSuchAlgorithmException {
        JsonNode tree = mapper.readTree(packets.next());
        requireSigned(tree, HexFormat.of().formatHex(md5(tree)));
        return mapper.treeToValue(tree, bound);
    }

    /**
     * The same with the digest printed as most blogs do it.
     *
     * @param log off
     * @return the record
     * @throws IOException never
     * @throws NoSuchAlgorithmException never
     */
    @Benchmark
    public Object handWrittenFormat(LogOff log) throws IOException, NoSuchAlgorithmException {
        JsonNode tree = mapper.readTree(packets.next());
        StringBuilder hex = new StringBuilder();
        for (byte b : md5(tree)) {
            hex.append(String.format("%02x", b));
        }
        requireSigned(tree, hex.toString());
        return mapper.treeToValue(tree, bound);
    }

    private static byte[] md5(JsonNode tree) throws NoSuchAlgorithmException {
        String signed = SignedPackets.KEY.reveal() + tree.get("t").asLong();
        return MessageDigest.getInstance("MD5").digest(signed.getBytes(StandardCharsets.UTF_8));
    }

    private static void requireSigned(JsonNode tree, String sign) {
        boolean fresh = tree.get("t").asLong() > Instant.now().getEpochSecond();
        if (!sign.equals(tree.get("sign").asText()) || !fresh) {
            throw new IllegalStateException("not genuine");
        }
    }
}
