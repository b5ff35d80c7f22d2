package io.github.csscallback.cli.send;

import io.github.csscallback.cli.process.CommandFailureException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLException;

/** Posts packets to one address as CSS does: no redirects followed, 20 seconds for a response. */
public final class PacketPoster {

    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final Duration RESPONDING = Duration.ofSeconds(20);

    private static final int LONGEST_BODY = 4096;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECTING)
            .build();
    private final URI address;

    /**
     * @param address an http or https address
     */
    public PacketPoster(URI address) {
        this.address = address;
    }

    /**
     * What came back.
     *
     * @param status the HTTP status
     * @param time from sending to the end of the response
     * @param body as text, cut if it is long
     */
    public record Response(int status, Duration time, String body) {}

    public Response post(byte[] packet) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(RESPONDING)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(packet))
                .build();
        long began = System.nanoTime();
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream in = response.body()) {
                String body = new String(in.readNBytes(LONGEST_BODY), StandardCharsets.UTF_8);
                return new Response(response.statusCode(), Duration.ofNanos(System.nanoTime() - began), body);
            }
        } catch (IOException e) {
            throw new CommandFailureException("cannot post to " + place() + ": " + why(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailureException("interrupted while posting to " + place());
        }
    }

    /** Host and port alone: path and query may be secret. */
    private String place() {
        int port = address.getPort();
        return address.getHost() + (port < 0 ? "" : ":" + port);
    }

    private String why(IOException e) {
        if (e instanceof HttpConnectTimeoutException) {
            boolean tls = "https".equalsIgnoreCase(address.getScheme());
            return "no " + (tls ? "TLS " : "") + "connection within " + CONNECTING.toSeconds()
                    + " seconds; is the host right, "
                    + (tls ? "does it speak https and not http" : "is a firewall between") + "?";
        }
        if (e instanceof HttpTimeoutException) {
            return "no response within " + RESPONDING.toSeconds() + " seconds; CSS would give up, too, and try again";
        }
        if (e instanceof ConnectException) {
            return e.getCause() instanceof UnresolvedAddressException
                            || (e.getCause() != null && e.getCause().getCause() instanceof UnresolvedAddressException)
                    ? "no such host"
                    : "nothing listens there; is the receiver running, is the port right?";
        }
        if (e instanceof SSLException) {
            return "the TLS handshake failed; is it https, is its certificate valid?";
        }
        return "the connection broke before a response came";
    }
}
