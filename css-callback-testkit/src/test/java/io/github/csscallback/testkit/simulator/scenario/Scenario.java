package io.github.csscallback.testkit.simulator.scenario;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.event.RetrySchedule;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.receiver.CallbackReceiver;
import io.github.csscallback.receiver.server.CallbackServer;
import io.github.csscallback.testkit.fixture.DocumentedRetries;
import io.github.csscallback.testkit.fixture.RawReceiver;
import io.github.csscallback.testkit.fixture.ReceivedRequest;
import io.github.csscallback.testkit.fixture.TestAccount;
import io.github.csscallback.testkit.simulator.CssSimulator;
import io.github.csscallback.testkit.simulator.DeliveryAttempt;
import io.github.csscallback.testkit.simulator.DeliveryState;
import io.github.csscallback.testkit.simulator.SignatureOnRetry;
import io.github.csscallback.testkit.simulator.SimulatedEvent;
import io.github.csscallback.testkit.simulator.SimulatedStream;
import io.github.csscallback.testkit.simulator.fault.Fault;
import io.github.csscallback.testkit.simulator.fault.RandomFaults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * A random scenario: our receiver behind real HTTP, our client, streams and events of all types, faults, outages, failing
 * handlers, templates that are created, bound, changed, replaced and deleted, and forged packets. It records the calls of
 * the handlers and the expected account; the tests evaluate them.
 */
final class Scenario implements AutoCloseable {

    static final String UNBOUND_APP = "unbound";

    /** All that are known, and one that is not. */
    static final List<EventType> KINDS = Stream.concat(EventType.known().stream(), Stream.of(EventType.of(350)))
            .toList();

    /** The responses during an outage, none of them an acknowledgement. */
    private static final List<String> STRANGE_RESPONSES = List.of(
            "HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 202 Accepted\r\nContent-Length: 10\r\n\r\n{\"code\":0}",
            "HTTP/1.1 204 No Content\r\n\r\n",
            "HTTP/1.1 302 Found\r\nLocation: /css\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{\"code\"",
            "HTTP/1.1 100 Continue\r\n\r\n",
            "");

    private final SplittableRandom random;
    private final SplittableRandom handlerRandom;
    private final Map<EventType, RetrySchedule> ownSchedules = new HashMap<>();
    private final CssSimulator css;
    private final Operator operator;
    private final CallbackServer server;
    private final RawReceiver strange = RawReceiver.responding("");
    private final Socket dead = new Socket();
    private final Forger forger;
    private final ExpectedAccount account;
    /** Whether retries carry the first signature, unless a fault changes it. */
    private final boolean keepsSignatures;

    private boolean out;
    private volatile double failureRate;

    private final List<ReceivedRequest> arrivals = new ArrayList<>();
    private final Map<DeliveryAttempt, Expected> expected = new HashMap<>();
    /** Events for which no rule was in force when they happened. */
    private final Set<SimulatedEvent> withoutRule = new HashSet<>();

    private int eventsSeen;
    /** What the handlers did since the last arrival; handlers and the scenario run on different threads. */
    private final List<ReceivedRequest.HandlerCall> calls = new ArrayList<>();

    /**
     * The expected addresses of an attempt.
     *
     * @param inForce the address of the rule; empty if none is in force
     * @param consoleAddress the address of event types without a template field
     */
    record Expected(Optional<ExpectedAccount.Version> inForce, URI consoleAddress) {}

    Scenario(long seed) {
        this.random = new SplittableRandom(seed);
        this.handlerRandom = random.split();
        this.forger = new Forger(random.split());
        this.keepsSignatures = random.nextBoolean();
        if (random.nextInt(3) > 0) {
            KINDS.forEach(
                    kind -> ownSchedules.put(kind, new RetrySchedule(2 + random.nextInt(3), Duration.ofSeconds(90))));
        }
        Duration propagation = random.nextBoolean() ? Duration.ZERO : Duration.ofMinutes(7);
        this.account = new ExpectedAccount(propagation);
        CssSimulator.Builder settings = CssSimulator.builder();
        ownSchedules.forEach(settings::retries);
        this.css = settings.simulatedTime(TestAccount.NOON)
                .clockShared()
                .randomFaults(RandomFaults.seeded(seed).probability(0.25).only(faults()))
                .signatureOnRetry(keepsSignatures ? SignatureOnRetry.KEPT : SignatureOnRetry.RENEWED)
                .propagation(propagation)
                .rateLimitsOff()
                .onAttempt(this::note)
                .start();
        CallbackReceiver receiver = CallbackReceiver.builder()
                .keys(path -> keysKnown())
                .clock(css.clock())
                .maxInFlight(2)
                .onUnsigned(EventType.RELAY, delivery -> handle(delivery.body()))
                .onUnsigned(EventType.MONITOR, delivery -> handle(delivery.body()))
                .otherwise(delivery -> handle(delivery.body()))
                .build();
        this.server = CallbackServer.builder(receiver).start();
        try {
            dead.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)); // taken, and not listening
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.operator = new Operator(css, account, server.uri(), random.split());
        css.advance(propagation);
    }

    /** Null until the operator exists; nothing is sent before. */
    private List<CallbackKey> keysKnown() {
        return operator.keys();
    }

    private static Fault[] faults() {
        List<Fault> all = new ArrayList<>(List.of(
                Fault.reordered(),
                Fault.heldBack(Duration.ofSeconds(40)),
                Fault.heldBack(Duration.ofMinutes(12)),
                Fault.heldBack(Duration.ofMinutes(25)),
                Fault.signatureKept(),
                Fault.signatureRenewed(),
                Fault.cutAfterResponse().onEveryAttempt(),
                Fault.slowSending(Duration.ofMillis(2))));
        for (Fault fault : List.of(
                Fault.duplicate(),
                Fault.wrongKey(),
                Fault.oldKey(),
                Fault.mangledBody(),
                Fault.cutInRequest(),
                Fault.cutBeforeResponse(),
                Fault.cutAfterResponse())) {
            all.addAll(List.of(fault, fault, fault, fault.onAttempts(3)));
        }
        return all.toArray(Fault[]::new);
    }

    private void handle(byte[] body) {
        synchronized (calls) {
            boolean works = !neverWorks(body) && handlerRandom.nextDouble() >= failureRate;
            calls.add(new ReceivedRequest.HandlerCall(new String(body, StandardCharsets.UTF_8), works));
            if (!works) {
                throw new IllegalStateException("not this one, or not now");
            }
        }
    }

    /** One in about a hundred events, the same ones for each run with this seed. */
    private static boolean neverWorks(byte[] body) {
        String content =
                ReceivedRequest.content(body).replaceAll("127\\.0\\.0\\.1:[0-9]+", ""); // the port is another each time
        return Math.floorMod(content.hashCode(), 97) == 0;
    }

    private List<ReceivedRequest.HandlerCall> callsSince() {
        synchronized (calls) {
            List<ReceivedRequest.HandlerCall> since = List.copyOf(calls);
            calls.clear();
            return since;
        }
    }

    /** Called after each attempt; in simulated time there is one at a time. */
    private void note(DeliveryAttempt attempt) {
        byte[] body = attempt.requestBody();
        arrivals.add(new ReceivedRequest(
                attempt.sentAt(),
                body,
                body.length == Integer.parseInt(attempt.requestHeaders().get("Content-Length")),
                attempt.address().equals(server.uri()),
                operator.keys(),
                callsSince(),
                attempt.status(),
                attempt));
        expected.put(attempt, new Expected(account.inForce(attempt.sentAt()), operator.target()));
    }

    /** Sends this many events and advances time until none is pending. */
    void play(int events) {
        while (sent() < events) {
            step();
            noteEvents();
        }
        if (out) {
            operator.turn(server.uri());
        }
        operator.bindIfUnbound();
        failureRate = 0.1;
        css.settle();
        operator.compareAccounts();
        operator.compareRecords(room());
    }

    /** Called after each step; the account changes only between steps. */
    private void noteEvents() {
        List<SimulatedEvent> all = css.events();
        for (SimulatedEvent delivery : all.subList(eventsSeen, all.size())) {
            boolean inTemplates = delivery.type().templateField().isPresent();
            if (inTemplates
                    && (delivery.appName().equals(UNBOUND_APP)
                            || account.inForce(delivery.occurredAt()).isEmpty())) {
                withoutRule.add(delivery);
            }
        }
        eventsSeen = all.size();
    }

    private long sent() {
        return css.events().stream()
                .filter(delivery -> delivery.state() != DeliveryState.NOT_SENT)
                .count();
    }

    private void step() {
        switch (random.nextInt(24)) {
            case 0, 1, 2, 3 -> css.push(TestAccount.DOMAIN, TestAccount.APP, room());
            case 4, 5, 6 -> {
                List<SimulatedStream> live = css.liveStreams();
                if (!live.isEmpty()) {
                    live.get(random.nextInt(live.size())).interrupt();
                }
            }
            case 7, 8 -> css.advance(Duration.ofMillis(random.nextInt(90_000)));
            case 9 -> failureRate = random.nextInt(4) * 0.15;
            case 10 -> {
                if (out || random.nextInt(10) == 0) {
                    out = !out;
                    operator.turn(out ? somethingElse() : server.uri());
                }
            }
            case 11 -> {
                if (random.nextInt(3) == 0) {
                    operator.change();
                }
            }
            case 12, 13 -> forge();
            default ->
                css.send(
                        KINDS.get(random.nextInt(KINDS.size())),
                        TestAccount.DOMAIN,
                        random.nextInt(50) == 0 ? UNBOUND_APP : TestAccount.APP,
                        room());
        }
    }

    private String room() {
        return "room-" + random.nextInt(6);
    }

    /** Replays a packet or sends a forged one. */
    private void forge() {
        if (arrivals.isEmpty()) {
            return;
        }
        Instant now = css.clock().instant();
        byte[] body =
                forger.madeOf(arrivals.get(random.nextInt(arrivals.size())).body(), now);
        int status = forger.send(server.uri(), body);
        arrivals.add(new ReceivedRequest(now, body, true, true, operator.keys(), callsSince(), status, null));
    }

    private URI somethingElse() {
        if (random.nextInt(3) == 0) {
            return URI.create("http://127.0.0.1:" + dead.getLocalPort() + "/css");
        }
        strange.now(RawReceiver.writing(STRANGE_RESPONSES.get(random.nextInt(STRANGE_RESPONSES.size()))));
        return strange.uri();
    }

    boolean hadNoRule(SimulatedEvent delivery) {
        return withoutRule.contains(delivery);
    }

    RetrySchedule scheduleOf(EventType kind) {
        RetrySchedule own = ownSchedules.get(kind);
        return own == null ? DocumentedRetries.of(kind) : own;
    }

    boolean keepsSignatures() {
        return keepsSignatures;
    }

    CssSimulator css() {
        return css;
    }

    URI receiver() {
        return server.uri();
    }

    ExpectedAccount account() {
        return account;
    }

    /** In the order of arrival. */
    List<ReceivedRequest> arrivals() {
        return arrivals;
    }

    Expected expectedOf(DeliveryAttempt attempt) {
        return Objects.requireNonNull(expected.get(attempt), "every attempt was noted");
    }

    @Override
    public void close() {
        operator.close();
        css.close();
        server.close();
        strange.close();
        try {
            dead.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
