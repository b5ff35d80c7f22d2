package io.github.csscallback.testkit.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.csscallback.client.CssCallbackClient;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.template.TemplateChange;
import io.github.csscallback.receiver.CallbackReceiver;
import io.github.csscallback.receiver.CallbackServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * One random story: a shop with our receiver behind real HTTP and our client, streams and events of all kinds, faults,
 * outages, handlers that fail, keys that change. It writes down what the handlers saw, for others to judge.
 */
final class Scenario implements AutoCloseable {

    private static final List<EventType> KINDS = new ArrayList<>(EventType.known());

    static {
        KINDS.add(EventType.of(350));
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SplittableRandom random;
    private final SplittableRandom handlerRandom;
    private final CssSimulator css;
    private final CssCallbackClient client;
    private final CallbackServer server;
    private final Socket dead = new Socket();
    private final Limits limits;
    /** Whether the receiver knows the last key as well as the present one. */
    private final boolean patient;

    private List<CallbackKey> keys = List.of(Shop.KEY);
    private boolean out;
    private int keyNumber;
    private volatile double failureRate;

    /** How often handlers returned, by what was handled. */
    private final Map<String, Integer> handled = new HashMap<>();
    /** The bodies that reached a handler, whether it returned or threw. */
    private final Set<String> dispatched = new HashSet<>();
    /** Which keys the receiver knew when an attempt was made. */
    private final Map<DeliveryAttempt, List<CallbackKey>> known = new HashMap<>();

    Scenario(long seed) {
        this.random = new SplittableRandom(seed);
        this.handlerRandom = random.split();
        this.patient = random.nextBoolean();
        Map<EventType, RetrySchedule> own = new HashMap<>();
        if (random.nextInt(3) > 0) {
            KINDS.forEach(kind -> own.put(kind, new RetrySchedule(2 + random.nextInt(3), Duration.ofSeconds(90))));
        }
        this.limits = new Limits(Limits.STANDARD_ANSWER_TIMEOUT, Map.of(), own);
        CssSimulatorBuilder settings = CssSimulator.builder();
        own.forEach(settings::retries);
        this.css = settings.simulatedTime(Shop.NOON)
                .clockShared()
                .randomFaults(RandomFaults.seeded(seed).probability(0.25).only(faults()))
                .signatureOnRetry(random.nextBoolean() ? SignatureOnRetry.KEPT : SignatureOnRetry.RENEWED)
                .propagation(Duration.ZERO)
                .onAttempt(attempt -> known.put(attempt, keys))
                .start();
        this.client = Clients.of(css);
        CallbackReceiver receiver = CallbackReceiver.builder()
                .keys(target -> keys)
                .clock(css.clock())
                .onUnsigned(EventType.RELAY, delivery -> handle(delivery.body()))
                .onUnsigned(EventType.MONITOR, delivery -> handle(delivery.body()))
                .otherwise(delivery -> handle(delivery.body()))
                .build();
        this.server = CallbackServer.builder(receiver).maxConcurrent(2).start();
        try {
            dead.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)); // taken, and not listening
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Shop.bindAll(css, server.uri());
    }

    private static Fault[] faults() {
        List<Fault> all = new ArrayList<>(List.of(
                Fault.reordered(),
                Fault.heldBack(Duration.ofSeconds(40)),
                Fault.heldBack(Duration.ofMinutes(12)),
                Fault.heldBack(Duration.ofMinutes(25)),
                Fault.signatureKept(),
                Fault.signatureRenewed(),
                Fault.cutAfterAnswer().onEveryAttempt(),
                Fault.slowSending(Duration.ofMillis(2))));
        for (Fault fault : List.of(
                Fault.duplicate(),
                Fault.wrongKey(),
                Fault.oldKey(),
                Fault.mangledBody(),
                Fault.cutInRequest(),
                Fault.cutBeforeAnswer(),
                Fault.cutAfterAnswer())) {
            all.addAll(List.of(fault, fault, fault, fault.onAttempts(3)));
        }
        return all.toArray(Fault[]::new);
    }

    private synchronized void handle(byte[] body) {
        dispatched.add(new String(body, StandardCharsets.UTF_8));
        String content = content(body);
        if (Math.floorMod(content.hashCode(), 97) == 0) {
            throw new IllegalStateException("this one never works");
        }
        if (handlerRandom.nextDouble() < failureRate) {
            throw new IllegalStateException("not now");
        }
        handled.merge(content, 1, Integer::sum);
    }

    /** What a packet says, without what a retry may change. */
    static String content(byte[] body) {
        try {
            ObjectNode packet = (ObjectNode) JSON.readTree(body);
            packet.remove(List.of("t", "sign"));
            return packet.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets so many events happen, and time pass until none is pending. */
    void play(int events) {
        while (css.deliveries().size() < events) {
            step();
        }
        if (out) {
            turn(server.uri());
        }
        failureRate = 0.1;
        css.settle();
    }

    private void step() {
        switch (random.nextInt(20)) {
            case 0, 1, 2, 3 -> css.push(Shop.DOMAIN, Shop.APP, "room-" + random.nextInt(6));
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
                    turn(out ? URI.create("http://127.0.0.1:" + dead.getLocalPort() + "/css") : server.uri());
                }
            }
            case 11 -> {
                if (random.nextInt(6) == 0) {
                    changeKey();
                }
            }
            default -> {
                EventType kind = KINDS.get(random.nextInt(KINDS.size()));
                String app = random.nextInt(50) == 0 ? "unbound" : Shop.APP;
                css.send(kind, Shop.DOMAIN, app, "room-" + random.nextInt(6));
            }
        }
    }

    /** The template's addresses change; an outage if nobody listens at the new one. */
    private void turn(URI address) {
        TemplateChange.Builder change = TemplateChange.builder();
        for (EventType kind : KINDS) {
            if (kind.templateField().isEmpty()) {
                css.notifyUrl(kind, address);
            } else if (!kind.equals(EventType.STREAM_MIX)) { // cannot be changed
                change.notifyUrl(kind, address);
            }
        }
        client.modifyTemplate(boundTemplate(), change.build());
    }

    private void changeKey() {
        CallbackKey next = CallbackKey.of("key" + keyNumber++);
        client.modifyTemplate(
                boundTemplate(), TemplateChange.builder().callbackKey(next).build());
        keys = patient ? List.of(next, keys.get(0)) : List.of(next);
    }

    private long boundTemplate() {
        return client.rules().get(0).templateId();
    }

    RetrySchedule scheduleOf(EventType kind) {
        return limits.retriesOf(kind);
    }

    CssSimulator css() {
        return css;
    }

    /** How often a delivery's event was handled with success. */
    int successes(SimulatedDelivery delivery) {
        return handled.getOrDefault(content(delivery.packet().bytes()), 0);
    }

    int distinctHandled() {
        return handled.size();
    }

    Set<String> dispatched() {
        return dispatched;
    }

    List<CallbackKey> keysKnownAt(DeliveryAttempt attempt) {
        return known.getOrDefault(attempt, List.of());
    }

    /** A packet as JSON, or null if it is none. */
    static @Nullable ObjectNode read(DeliveryAttempt attempt) {
        try {
            return JSON.readTree(attempt.request()) instanceof ObjectNode packet ? packet : null;
        } catch (JsonProcessingException e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        client.close();
        css.close();
        server.close();
        try {
            dead.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
