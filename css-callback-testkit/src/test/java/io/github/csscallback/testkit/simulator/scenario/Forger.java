package io.github.csscallback.testkit.simulator.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.signature.CallbackSigner;
import io.github.csscallback.testkit.fixture.ReceivedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/** An attacker who has seen packets and sends them again, or similar ones, but does not have the key. */
final class Forger {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final SplittableRandom random;

    Forger(SplittableRandom random) {
        this.random = random;
    }

    /** A replayed packet, or one with changed content and a signature that does not match. */
    byte[] madeOf(byte[] seen, Instant now) {
        ObjectNode forged = ReceivedRequest.read(seen);
        if (forged == null || random.nextBoolean()) {
            return seen;
        }
        forged.put("forged", random.nextInt());
        switch (random.nextInt(4)) {
            case 0 -> sign(forged, now.plusSeconds(600));
            case 1 -> forged.put("sign", forged.path("sign").asText("") + "0");
            case 2 -> forged.put("t", now.getEpochSecond() + 600).remove("sign");
            default -> {
                forged.put("event_type", 100); // of those that are always signed
                forged.remove(List.of("t", "sign"));
            }
        }
        return forged.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void sign(ObjectNode packet, Instant expiry) {
        packet.put("t", expiry.getEpochSecond());
        packet.put("sign", CallbackSigner.sign(CallbackKey.of("guess" + random.nextInt(1000)), expiry));
    }

    /** Sends it; the status of the response. */
    int send(URI receiver, byte[] body) {
        HttpRequest request = HttpRequest.newBuilder(receiver)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
