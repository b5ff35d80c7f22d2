package io.github.csscallback.testkit.simulator.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.testkit.fixture.RawReceiver;
import io.github.csscallback.testkit.fixture.TestAccount;
import io.github.csscallback.testkit.simulator.CssSimulator;
import io.github.csscallback.testkit.simulator.DeliveryAttempt;
import io.github.csscallback.testkit.simulator.SimulatedEvent;
import io.github.csscallback.testkit.simulator.fault.Fault;
import io.github.csscallback.testkit.simulator.fault.RandomFaults;
import io.github.csscallback.testsupport.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DeterminismTest {

    private final RawReceiver receiver = RawReceiver.responding(RawReceiver.OK);

    @AfterEach
    void stop() {
        receiver.close();
    }

    /** All of an attempt that a user can see, but for the time it really took. */
    private record Seen(
            long delivery,
            int attempt,
            boolean duplicate,
            Instant at,
            String request,
            @Nullable Integer status,
            @Nullable String failure,
            Set<Fault> applied,
            boolean genuine) {

        static Seen of(DeliveryAttempt attempt) {
            return new Seen(
                    attempt.event().number(),
                    attempt.number(),
                    attempt.isDuplicate(),
                    attempt.sentAt(),
                    attempt.requestBodyText(),
                    attempt.status(),
                    attempt.failure(),
                    attempt.appliedFaults(),
                    attempt.genuine());
        }
    }

    private CssSimulator start(long seed) {
        return CssSimulator.builder()
                .simulatedTime(TestAccount.NOON)
                .clockShared()
                .randomFaults(RandomFaults.seeded(seed).probability(0.5))
                .start();
    }

    private List<Seen> play(CssSimulator css, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SplittableRandom responses = random.split();
        receiver.now((request, connection) -> RawReceiver.writing(
                        responses.nextInt(3) == 0 ? "HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n" : RawReceiver.OK)
                .respond(request, connection));
        TestAccount.bindAll(css, receiver.uri());
        for (int i = 0; i < 120; i++) {
            switch (random.nextInt(4)) {
                case 0 -> css.push(TestAccount.DOMAIN, TestAccount.APP, "room-" + random.nextInt(3));
                case 1 -> css.advance(Duration.ofSeconds(random.nextInt(60)));
                default -> {
                    List<EventType> kinds = EventType.known();
                    css.send(kinds.get(random.nextInt(kinds.size())), TestAccount.DOMAIN, TestAccount.APP, "room-1");
                }
            }
        }
        css.settle();
        return css.attempts().stream().map(Seen::of).toList();
    }

    @Test
    void theSameSeedAndCallsGiveTheSameAttempts() {
        Seeds.forEach(1, seed -> {
            List<List<Seen>> runs = new ArrayList<>();
            for (int run = 0; run < 2; run++) {
                try (CssSimulator css = start(seed)) {
                    runs.add(play(css, seed));
                }
            }

            assertThat(runs.get(0)).hasSizeGreaterThan(100).isEqualTo(runs.get(1));
        });
    }

    @Test
    void anotherSeedGivesOtherAttempts() {
        Seeds.forEach(1, seed -> {
            List<Seen> one;
            List<Seen> other;
            try (CssSimulator css = start(seed)) {
                one = play(css, seed);
            }
            try (CssSimulator css = start(seed + 1)) {
                other = play(css, seed);
            }

            assertThat(one).isNotEqualTo(other);
            assertThat(one.get(0).request()).isNotEqualTo(other.get(0).request());
        });
    }

    @Test
    void aResetRestartsRandomFaultsButNotIdentifyingMembers() {
        try (CssSimulator css = start(8)) {
            List<List<Fault>> faults = new ArrayList<>();
            List<String> packets = new ArrayList<>();
            for (int run = 0; run < 2; run++) {
                TestAccount.bindAll(css, receiver.uri());
                List<Fault> drawn = new ArrayList<>();
                for (int i = 0; i < 30; i++) {
                    SimulatedEvent delivery = css.send(EventType.RECORD, TestAccount.DOMAIN, TestAccount.APP, "room-1");
                    drawn.addAll(delivery.faults());
                    packets.add(delivery.packet().json());
                }
                faults.add(drawn);
                css.reset();
            }

            assertThat(faults.get(0)).isNotEmpty().isEqualTo(faults.get(1));
            assertThat(packets).doesNotHaveDuplicates();
        }
    }

    @Test
    void withoutASeedNoTwoSimulatorsMakeTheSameEvents() {
        try (CssSimulator one =
                        CssSimulator.builder().simulatedTime(TestAccount.NOON).start();
                CssSimulator two =
                        CssSimulator.builder().simulatedTime(TestAccount.NOON).start()) {
            assertThat(one.push(TestAccount.DOMAIN, TestAccount.APP, "room-1").sequence())
                    .isNotEqualTo(two.push(TestAccount.DOMAIN, TestAccount.APP, "room-1")
                            .sequence());
            for (EventType type : EventType.known()) {
                assertThat(one.send(type, TestAccount.DOMAIN, TestAccount.APP, "room-2")
                                .packet()
                                .json())
                        .isNotEqualTo(two.send(type, TestAccount.DOMAIN, TestAccount.APP, "room-2")
                                .packet()
                                .json());
            }
            assertThat(one.randomSeed()).isNull();
        }
        try (CssSimulator one = CssSimulator.builder().seed(3).start();
                CssSimulator two = CssSimulator.builder().seed(3).start()) {
            assertThat(one.push(TestAccount.DOMAIN, TestAccount.APP, "room-1").sequence())
                    .isEqualTo(two.push(TestAccount.DOMAIN, TestAccount.APP, "room-1")
                            .sequence());
        }
    }

    @Test
    void theSeedOfRandomFaultsCanBeRead() {
        try (CssSimulator css = start(77)) {
            assertThat(css.randomSeed()).isEqualTo(77);
        }
        try (CssSimulator css =
                CssSimulator.builder().randomFaults(RandomFaults.random()).start()) {
            assertThat(css.randomSeed()).isNotNull();
        }
    }
}
