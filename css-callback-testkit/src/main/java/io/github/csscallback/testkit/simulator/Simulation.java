package io.github.csscallback.testkit.simulator;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.testkit.internal.account.Account;
import io.github.csscallback.testkit.internal.account.PropagationDelay;
import io.github.csscallback.testkit.internal.api.ApiServer;
import io.github.csscallback.testkit.internal.api.ApiSettings;
import io.github.csscallback.testkit.internal.fault.FaultQueue;
import io.github.csscallback.testkit.internal.packet.EventPackets;
import io.github.csscallback.testkit.internal.packet.Identifiers;
import io.github.csscallback.testkit.internal.post.HttpPoster;
import io.github.csscallback.testkit.internal.route.AllowedTargets;
import io.github.csscallback.testkit.internal.route.Destinations;
import io.github.csscallback.testkit.internal.time.RealTimeScheduler;
import io.github.csscallback.testkit.internal.time.Scheduler;
import io.github.csscallback.testkit.internal.time.SimulatedTimeScheduler;
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

/** The parts of a simulator, and the operations that concern all of them. */
final class Simulation {

    private static final Duration CLOSING = Duration.ofSeconds(5);

    final Scheduler scheduler;
    final Account account;
    final Destinations destinations;
    final FaultQueue faults;
    final DeliveryHistory history = new DeliveryHistory();
    final StreamRegistry streams;
    final SimulatedApi api;
    final SimulatorReport report;

    private final SimulatorThreads threads = new SimulatorThreads();
    private final PropagationDelay propagation;
    private final HttpPoster poster;
    private final DeliverySender sender;
    private final ApiServer server;

    Simulation(
            SimulatorSettings settings,
            ApiSettings apiSettings,
            @Nullable SSLSocketFactory sockets,
            List<Consumer<DeliveryAttempt>> listeners) {
        long seed = seedOf(settings);
        this.scheduler = settings.realTime()
                ? new RealTimeScheduler(settings.workers(), threads)
                : new SimulatedTimeScheduler(startOf(settings));
        this.report = new SimulatorReport(scheduler, history, settings);
        this.propagation = new PropagationDelay(settings.shortestPropagation(), settings.longestPropagation(), seed);
        this.account = new Account(settings.site(), scheduler.clock(), propagation);
        this.destinations = new Destinations(account, new AllowedTargets(settings.allowedTargets()));
        this.faults = new FaultQueue(settings.randomFaults());
        this.poster = new HttpPoster(() -> socketsOf(sockets), threads);
        Identifiers ids = new Identifiers(seed);
        Clock stamp = settings.clockShared() ? scheduler.clock() : Clock.systemUTC();
        PacketSigner signer = new PacketSigner(stamp, settings.validity(), settings.signatureOnRetry(), ids);
        EventPackets packets = new EventPackets(ids, settings.responseTimeout(EventType.PUSH_EXCEPTION));
        this.sender = new DeliverySender(scheduler, destinations, signer, poster, settings, history, listeners);
        this.streams = new StreamRegistry(scheduler, packets, destinations, faults, sender, history);
        this.server = ApiServer.start(apiSettings, account, new DeliveryRecords(history));
        this.api = new SimulatedApi(server.endpoint(), apiSettings);
    }

    private static long seedOf(SimulatorSettings settings) {
        if (settings.seed() != null) {
            return settings.seed();
        }
        return settings.randomFaults() != null ? settings.randomFaults().seed() : new SecureRandom().nextLong();
    }

    private static Instant startOf(SimulatorSettings settings) {
        return settings.start() != null ? settings.start() : Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    private static SSLSocketFactory socketsOf(@Nullable SSLSocketFactory given) {
        return given != null ? given : (SSLSocketFactory) SSLSocketFactory.getDefault();
    }

    /** Discards all state except the counters of identifiers. */
    void reset() {
        streams.reset(() -> {
            scheduler.reset();
            sender.reset();
            faults.clear();
            history.clear();
            destinations.clear();
            account.clear();
            propagation.reset();
        });
    }

    /**
     * Stops all parts.
     *
     * @return whether no thread is left; a calling thread of the simulator itself does not count
     */
    boolean close() {
        streams.close();
        sender.close();
        scheduler.close();
        poster.close();
        server.close();
        if (threads.isCaller()) {
            return true;
        }
        try {
            return scheduler.awaitEnd(CLOSING) && poster.awaitEnd(CLOSING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true; // the caller wants to leave; the threads were interrupted and will end, too
        }
    }
}
