package io.github.csscallback.testkit.internal.api;

import com.sun.net.httpserver.HttpServer;
import io.github.csscallback.testkit.internal.account.Account;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/** The management API on 127.0.0.1. Safe for use by several threads. */
public final class ApiServer implements AutoCloseable {

    private final HttpServer server;

    private ApiServer(ApiSettings settings) throws IOException {
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()), 0);
        server.start();
    }

    /**
     * Listens.
     *
     * @param settings how it is set up
     * @param account what it reads and writes
     * @param records what was delivered
     * @return the running server
     * @throws UncheckedIOException if the port cannot be listened on
     */
    public static ApiServer start(ApiSettings settings, Account account, CallbackRecords records) {
        try {
            return new ApiServer(settings);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on port " + settings.port() + ": " + e.getMessage(), e);
        }
    }

    /**
     * Where it listens.
     *
     * @return for example {@code http://127.0.0.1:8080/}
     */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
