package io.github.csscallback.testkit.internal.post;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** A connection with one request and its response. Run by one thread; may be cut by any other. */
final class Exchange {

    /** The number of pieces of a body that is sent slowly. */
    private static final int PIECES = 20;

    private final Post post;
    private final Supplier<SSLSocketFactory> tls;
    private final long began;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final CountDownLatch cut = new CountDownLatch(1);

    private Socket connection = new Socket(Proxy.NO_PROXY);
    private @Nullable String cutReason;

    private int sent;
    private @Nullable HttpResponseReader response;

    Exchange(Post post, Supplier<SSLSocketFactory> tls, long began) {
        this.post = post;
        this.tls = tls;
        this.began = began;
        headers.put("Host", hostHeader(post.address()));
        headers.put("Content-Type", "application/json");
        headers.put("Content-Length", Integer.toString(post.body().length));
        headers.put("Connection", "close");
    }

    private static String hostHeader(URI address) {
        return address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
    }

    /** Closes the connection, so that the exchange fails with this reason; only the first call has an effect. */
    void cut(String reason) {
        synchronized (this) {
            if (cutReason == null) {
                cutReason = reason;
            }
        }
        cut.countDown();
        closeQuietly();
    }

    private synchronized @Nullable String cutReason() {
        return cutReason;
    }

    PostResult run() {
        String failure;
        try {
            failure = exchange();
            if (failure == null) {
                failure = cutReason(); // a blocked read may still return data after its socket was closed
            }
        } catch (IOException e) {
            String reason = cutReason();
            failure = reason != null ? reason : describe(e);
        } finally {
            closeQuietly();
        }
        HttpResponseReader read = response;
        return new PostResult(
                headers,
                sent,
                read == null ? null : read.status(),
                read == null ? "" : read.text(),
                failure,
                Duration.ofNanos(System.nanoTime() - began));
    }

    private @Nullable String exchange() throws IOException {
        Socket plain = connect();
        Socket socket = post.address().getScheme().equalsIgnoreCase("https") ? secured(plain) : plain;
        switch (post.cut()) {
            case IN_REQUEST -> {
                send(socket, post.body().length / 2);
                hangUp(socket, plain);
                return "the connection was cut within the request, on purpose";
            }
            case BEFORE_RESPONSE -> {
                send(socket, post.body().length);
                hangUp(socket, plain);
                return "the connection was cut before the response, on purpose";
            }
            default -> sendAndRead(socket);
        }
        return null;
    }

    private void sendAndRead(Socket socket) throws IOException {
        IOException notSent = null;
        try {
            send(socket, post.body().length);
        } catch (SocketException e) {
            notSent = e; // a receiver may respond and close before it has read everything
        }
        HttpResponseReader reader = new HttpResponseReader(new BufferedInputStream(socket.getInputStream()));
        response = reader;
        try {
            reader.read();
        } catch (IOException e) {
            if (notSent != null && !reader.hasBegun()) {
                throw new MalformedResponseException("the receiver closed the connection within the request");
            }
            throw e;
        }
        try {
            socket.close(); // sends close_notify over TLS
        } catch (IOException e) {
            // The response is complete; a receiver that is gone by now does not change it.
        }
    }

    private Socket connect() throws IOException {
        URI address = post.address();
        int port =
                address.getPort() >= 0 ? address.getPort() : address.getScheme().equalsIgnoreCase("https") ? 443 : 80;
        IOException last = new UnknownHostException(address.getHost());
        for (InetAddress candidate : InetAddress.getAllByName(bareHost())) {
            if (bareHost().equalsIgnoreCase("localhost") && !candidate.isLoopbackAddress()) {
                continue; // whatever the hosts file contains, localhost must stay on this machine
            }
            try {
                Socket socket = newConnection();
                socket.connect(new InetSocketAddress(candidate, port));
                socket.setTcpNoDelay(true);
                return socket;
            } catch (IOException e) {
                last = e;
            }
        }
        throw last;
    }

    private synchronized Socket newConnection() throws IOException {
        if (cutReason != null) {
            throw new SocketException("cut");
        }
        connection.close();
        connection = new Socket(Proxy.NO_PROXY);
        return connection;
    }

    private Socket secured(Socket plain) throws IOException {
        SSLSocket socket = (SSLSocket) tls.get().createSocket(plain, bareHost(), plain.getPort(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    /** The host; an IPv6 address without brackets. */
    private String bareHost() {
        String host = post.address().getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private void send(Socket socket, int bodyBytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        StringBuilder head = new StringBuilder("POST ").append(target()).append(" HTTP/1.1\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        byte[] headBytes = head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
        if (post.slowFor().isZero()) {
            byte[] all = new byte[headBytes.length + bodyBytes];
            System.arraycopy(headBytes, 0, all, 0, headBytes.length);
            System.arraycopy(post.body(), 0, all, headBytes.length, bodyBytes);
            out.write(all);
            sent = bodyBytes;
        } else {
            out.write(headBytes);
            sendInPieces(out, bodyBytes);
        }
        out.flush();
    }

    private String target() {
        URI address = URI.create(post.address().toASCIIString());
        String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
    }

    private void sendInPieces(OutputStream out, int bodyBytes) throws IOException {
        int pieces = Math.max(1, Math.min(PIECES, bodyBytes));
        for (int i = 1; i <= pieces; i++) {
            pause(post.slowFor().dividedBy(pieces));
            int end = (int) ((long) bodyBytes * i / pieces);
            out.write(post.body(), sent, end - sent);
            out.flush();
            sent = end;
        }
    }

    /** Waits for a time, or until the exchange is cut. */
    private void pause(Duration time) throws IOException {
        try {
            if (cut.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new SocketException("cut");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cut("the sending thread was interrupted");
            throw new SocketException("interrupted");
        }
    }

    /**
     * Closes the sending side and waits until the receiver responds or closes, so that the receiver has noticed the cut
     * before the next packet is sent. The response is not read, and the connection is reset.
     */
    private static void hangUp(Socket socket, Socket plain) {
        try {
            plain.shutdownOutput();
            if (socket.getInputStream().read() >= 0) { // over TLS, where bytes arrive that are not a response
                plain.setSoLinger(true, 0);
            }
        } catch (IOException e) {
            // The receiver reset the connection, or the timeout closed it: it is cut either way.
        }
    }

    private synchronized void closeQuietly() {
        try {
            connection.close();
        } catch (IOException e) {
            // The exchange is over, and the system frees the connection all the same.
        }
    }

    private String describe(IOException e) {
        if (e instanceof MalformedResponseException) {
            return String.valueOf(e.getMessage());
        }
        if (e instanceof UnknownHostException) {
            return "no such host";
        }
        if (e instanceof ConnectException) {
            return "connection refused";
        }
        if (e instanceof SSLException) {
            return "the TLS handshake failed";
        }
        HttpResponseReader read = response;
        return read == null
                ? "the connection broke before the request was sent"
                : read.hasBegun() ? "the response broke off" : "the connection was closed without a response";
    }
}
