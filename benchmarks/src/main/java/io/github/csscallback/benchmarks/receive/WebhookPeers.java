package io.github.csscallback.benchmarks.receive;

import com.linecorp.bot.parser.LineSignatureValidator;
import com.linecorp.bot.parser.WebhookParser;
import com.stripe.net.Webhook;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * What other services' SDKs do with a webhook, from the bytes of its body to an authenticated event: bodies in their own
 * format, of the size of our packet, with a valid signature.
 */
final class WebhookPeers {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private WebhookPeers() {}

    /** {@code Webhook.constructEvent} of stripe-java: HMAC-SHA256 and the event, its object not decoded yet. */
    static Contender stripe(int size) throws GeneralSecurityException {
        byte[] body = padded(
                "{\"id\":\"evt_1NG8Du2eZvKYlo2CUI79vXWy\",\"object\":\"event\",\"api_version\":\"2019-02-19\","
                        + "\"created\":1686089970,\"data\":{\"object\":{\"id\":\"seti_1NG8Du2eZvKYlo2C9XMqbR0x\","
                        + "\"object\":\"setup_intent\",\"status\":\"requires_confirmation\",\"description\":\"",
                "\"}},\"livemode\":false,\"pending_webhooks\":0,\"type\":\"setup_intent.created\"}",
                size);
        long t = Instant.now().getEpochSecond();
        String payload = new String(body, StandardCharsets.UTF_8);
        String header = "t=" + t + ",v1=" + Webhook.Util.computeHmacSha256(SECRET, t + "." + payload);
        return () -> Webhook.constructEvent(new String(body, StandardCharsets.UTF_8), header, SECRET, 100_000);
    }

    /** {@code WebhookParser.handle} of line-bot-parser: HMAC-SHA256 and typed events. */
    static Contender line(int size) {
        byte[] body = padded(
                "{\"destination\":\"Uaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\",\"events\":[{\"type\":\"unfollow\","
                        + "\"timestamp\":1686089970000,\"source\":{\"type\":\"user\",\"userId\":\"",
                "\"},\"mode\":\"active\",\"webhookEventId\":\"01FZ74A0TDDPYRVKNK77XKC3ZR\","
                        + "\"deliveryContext\":{\"isRedelivery\":false}}]}",
                size);
        LineSignatureValidator validator = new LineSignatureValidator(SECRET.getBytes(StandardCharsets.UTF_8));
        String signature = Base64.getEncoder().encodeToString(validator.generateSignature(body));
        WebhookParser parser = new WebhookParser(validator);
        return () -> parser.handle(signature, body);
    }

    /** {@code Webhook.verify} of standardwebhooks: HMAC-SHA256 only, nothing is decoded. */
    static Contender standardWebhooks(int size) throws Exception {
        byte[] body = padded("{\"text\":\"", "\"}", size);
        com.standardwebhooks.Webhook webhook = new com.standardwebhooks.Webhook(SECRET);
        long t = Instant.now().getEpochSecond();
        String signature = webhook.sign("msg_1", t, new String(body, StandardCharsets.UTF_8));
        HttpHeaders headers = HttpHeaders.of(
                Map.of(
                        "webhook-id", List.of("msg_1"),
                        "webhook-timestamp", List.of(Long.toString(t)),
                        "webhook-signature", List.of(signature)),
                (name, value) -> true);
        return () -> {
            webhook.verify(new String(body, StandardCharsets.UTF_8), headers);
            return body;
        };
    }

    private static byte[] padded(String before, String after, int size) {
        int missing = size - before.length() - after.length();
        return (before + "x".repeat(missing) + after).getBytes(StandardCharsets.US_ASCII);
    }
}
