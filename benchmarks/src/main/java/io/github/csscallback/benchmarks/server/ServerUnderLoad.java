package io.github.csscallback.benchmarks.server;

import com.sun.net.httpserver.HttpServer;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.signature.CallbackKeys;
import io.github.csscallback.receiver.CallbackReceiver;
import io.github.csscallback.receiver.server.CallbackServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * A server for {@code benchmarks/wrk/run} to load: {@code sdk} is the embedded server with a counting handler; {@code bare}
 * is the JDK's server with a handler that reads the body and responds, on a pool like the embedded server's, which calls the
 * thread that became idle last; {@code fixed} is the same on a fixed pool, which most would take. Prints its address, then
 * waits for its standard input to end, then how many events were handled.
 */
public final class ServerUnderLoad {

    private static final int THREADS = 72;
    private static final byte[] OK = "{\"code\":0}".getBytes(StandardCharsets.US_ASCII);

    private ServerUnderLoad() {}

    /**
     * Runs the server.
     *
     * @param args {@code sdk}, {@code bare} or {@code fixed}
     * @throws IOException if there is no free port
     */
    public static void main(String[] args) throws IOException {
        LongAdder handled = new LongAdder();
        if (args[0].equals("sdk")) {
            CallbackReceiver receiver = CallbackReceiver.builder()
                    .keys(CallbackKeys.of(CallbackKey.of("adasda131312")))
                    .otherwise(delivery -> handled.increment())
                    .maxInFlight(THREADS - 8)
                    .build();
            try (CallbackServer server = CallbackServer.builder(receiver).start()) {
                run(server.uri().toString());
            }
        } else {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 128);
            ExecutorService threads = args[0].equals("fixed")
                    ? Executors.newFixedThreadPool(THREADS)
                    : new ThreadPoolExecutor(0, THREADS, 30, TimeUnit.SECONDS, new SynchronousQueue<>());
            server.setExecutor(threads);
            server.createContext("/css", exchange -> {
                try (exchange) {
                    exchange.getRequestBody().readAllBytes();
                    handled.increment();
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, OK.length);
                    exchange.getResponseBody().write(OK);
                }
            });
            server.start();
            run("http://127.0.0.1:" + server.getAddress().getPort() + "/css");
            server.stop(0);
            threads.shutdown();
        }
        System.err.println(args[0] + " handled " + handled.sum());
    }

    private static void run(String address) throws IOException {
        System.out.println(address);
        while (System.in.read() >= 0) {
            // until whoever started this closes its end
        }
    }
}
