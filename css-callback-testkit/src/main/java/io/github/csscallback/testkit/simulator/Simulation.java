package io.github.csscallback.testkit.simulator;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.testkit.internal.account.Account;
import io.github.csscallback.testkit.internal.api.ApiServer;
import io.github.csscallback.testkit.internal.api.ApiSettings;
import io.github.csscallback.testkit.internal.packet.EventPackets;
import io.github.csscallback.testkit.internal.packet.Identifiers;
import io.github.csscallback.testkit.internal.post.Poster;
import io.github.csscallback.testkit.internal.route.Destinations;
import io.github.csscallback.testkit.internal.route.Targets;
import io.github.csscallback.testkit.internal.time.Agenda;
import io.github.csscallback.testkit.internal.time.RealTime;
import io.github.csscallback.testkit.internal.time.SimulatedTime;
import io.github.csscallback.testkit.internal.time.SimulatorThreads;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** The parts of a simulator, put together, and what concerns all of them. */
final class Simulation {

    private static final Duration CLOSING = Duration.ofSeconds(5);

    final Agenda agenda;
    final Account account;
    final Destinations destinations;
    final FaultQueue faults;
    final Ledger ledger = new Ledger();
    final Events events;
    final SimulatedApi api;
    final WhatHappened whatHappened;

    private final SimulatorThreads threads = new SimulatorThreads();
    private final Propagation propagation;
    private final Poster poster;
    private final Courier courier;
    private final ApiServer server;

    Simulation(CssSimulatorBuilder settings) {
        long seed = seedOf(settings);
        this.agenda =
                settings.realTime ? new RealTime(settings.workers, threads) : new SimulatedTime(startOf(settings));
        this.whatHappened = new WhatHappened(agenda, ledger, settings);
        this.propagation = new Propagation(settings.propagationLeast, settings.propagationMost, seed);
        this.account = new Account(settings.api.site, agenda.clock(), propagation);
        this.destinations = new Destinations(account, new Targets(settings.allowedTargets));
        this.faults = new FaultQueue(settings.randomFaults);
        this.poster = new Poster(() -> socketsOf(settings.sockets), threads);

        Identifiers ids = new Identifiers(seed);
        Limits limits = new Limits(settings.answerTimeout, settings.answerTimeouts, settings.retries);
        Clock stamp = settings.clockShared ? agenda.clock() : Clock.systemUTC();
        PacketSigner signer = new PacketSigner(stamp, settings.validity, settings.signatureOnRetry, ids);
        EventPackets packets = new EventPackets(ids, limits.answerTimeoutOf(EventType.PUSH_EXCEPTION));
        List<Consumer<DeliveryAttempt>> listeners = List.copyOf(settings.listeners);
        this.courier = new Courier(agenda, destinations, signer, poster, limits, ledger, listeners);
        this.events = new Events(agenda, packets, destinations, faults, courier, ledger);

        ApiSettings apiSettings = settings.api.settings();
        this.server = ApiServer.start(apiSettings, account, new DeliveryRecords(ledger));
        this.api = new SimulatedApi(server.endpoint(), apiSettings);
    }

    private static long seedOf(CssSimulatorBuilder settings) {
        if (settings.seed != null) {
            return settings.seed;
        }
        return settings.randomFaults != null ? settings.randomFaults.seed() : new SecureRandom().nextLong();
    }

    private static Instant startOf(CssSimulatorBuilder settings) {
        return settings.start != null ? settings.start : Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    private static SSLSocketFactory socketsOf(@Nullable SSLSocketFactory given) {
        return given != null ? given : (SSLSocketFactory) SSLSocketFactory.getDefault();
    }

    /** Forgets what was, but not the numbers that were given. */
    void reset() {
        events.reset(() -> {
            agenda.reset();
            courier.reset();
            faults.clear();
            ledger.clear();
            destinations.clear();
            account.clear();
            propagation.reset();
        });
    }

    /**
     * Ends everything.
     *
     * @return whether no thread is left; a thread of the simulator does not wait for its own end and counts as gone
     */
    boolean close() {
        events.close();
        courier.close();
        agenda.close();
        poster.close();
        server.close();
        if (threads.isCaller()) {
            return true;
        }
        try {
            return agenda.awaitEnd(CLOSING) && poster.awaitEnd(CLOSING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true; // the caller wants to be gone; the threads are told and will be, too
        }
    }
}
