package io.github.csscallback.client.internal.call;

import io.github.csscallback.client.credentials.Credentials;
import io.github.csscallback.client.internal.http.HttpSender;
import io.github.csscallback.client.signature.Tc3Request;
import io.github.csscallback.client.signature.Tc3Signature;
import io.github.csscallback.client.signature.Tc3Signer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** One attempt at a call: sign, send, read. */
public final class SignedTransport {

    private static final String SERVICE = "live";
    private static final String VERSION = "2018-08-01";
    private static final String CONTENT_TYPE = "application/json";

    private final HttpSender sender;
    private final URI endpoint;
    private final String host;
    private final Tc3Signer signer = new Tc3Signer(SERVICE);

    /** Attempts at an endpoint. */
    public SignedTransport(HttpSender sender, URI endpoint) {
        this.sender = sender;
        this.endpoint = endpoint;
        this.host = hostHeader(endpoint);
    }

    /** The Host header of the JDK's client, which cannot be set: the signature must cover exactly this value. */
    static String hostHeader(URI endpoint) {
        boolean secure = endpoint.getScheme().toLowerCase(Locale.ROOT).equals("https");
        int port = endpoint.getPort();
        return port == -1 || port == (secure ? 443 : 80) ? endpoint.getHost() : endpoint.getHost() + ":" + port;
    }

    AttemptResult of(ApiCall call, Credentials credentials, Instant at) throws InterruptedException {
        Tc3Signature signature = signer.sign(
                Tc3Request.post(
                        Map.of("content-type", CONTENT_TYPE, "host", host, "x-tc-action", call.action()), call.body()),
                credentials,
                at);
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint)
                .version(HttpClient.Version.HTTP_1_1)
                .setHeader("Content-Type", CONTENT_TYPE)
                .setHeader("Authorization", signature.authorization().reveal())
                .setHeader("X-TC-Action", call.action())
                .setHeader("X-TC-Version", VERSION)
                .setHeader("X-TC-Timestamp", Long.toString(signature.timestamp()))
                .POST(HttpRequest.BodyPublishers.ofByteArray(call.body()));
        if (credentials.token() != null) {
            request.setHeader("X-TC-Token", credentials.token().reveal());
        }
        try {
            return ResponseReader.read(
                    call,
                    sender.send(request.build()),
                    new SecretRedactor(call, credentials, signature.authorization(), signature.signature()));
        } catch (IOException e) {
            return TransportFailures.of(call, e);
        }
    }

    /**
     * Rejects if the sender is closed.
     *
     * @throws IllegalStateException if it is
     */
    void requireOpen() {
        sender.requireOpen();
    }
}
