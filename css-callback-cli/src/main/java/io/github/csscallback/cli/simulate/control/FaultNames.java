package io.github.csscallback.cli.simulate.control;

import io.github.csscallback.testkit.simulator.fault.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Faults as a body names them: the factories of {@link Fault} in kebab case. */
public final class FaultNames {

    static final List<String> MEMBERS = List.of("fault", "seconds", "attempts");

    private static final Duration LONGEST = Duration.ofDays(7);
    private static final Pattern CAPITAL_IN_WORD = Pattern.compile("(?<=[a-z])[A-Z]");
    private static final Map<String, Function<ControlBody, Fault>> FACTORIES = factories();

    private FaultNames() {}

    private static Map<String, Function<ControlBody, Fault>> factories() {
        Map<String, Function<ControlBody, Fault>> faults = new LinkedHashMap<>();
        faults.put("duplicate", plain(Fault::duplicate));
        faults.put("reordered", plain(Fault::reordered));
        faults.put("held-back", timed(Fault::heldBack));
        faults.put("signature-kept", plain(Fault::signatureKept));
        faults.put("signature-renewed", plain(Fault::signatureRenewed));
        faults.put("wrong-key", plain(Fault::wrongKey));
        faults.put("old-key", plain(Fault::oldKey));
        faults.put("mangled-body", plain(Fault::mangledBody));
        faults.put("cut-in-request", plain(Fault::cutInRequest));
        faults.put("cut-before-response", plain(Fault::cutBeforeResponse));
        faults.put("cut-after-response", plain(Fault::cutAfterResponse));
        faults.put("slow-sending", timed(Fault::slowSending));
        return faults;
    }

    private static Function<ControlBody, Fault> plain(Supplier<Fault> factory) {
        return body -> {
            if (body.has("seconds")) {
                throw ControlException.field(body.pathOf("seconds"), "this fault has no time");
            }
            return factory.get();
        };
    }

    private static Function<ControlBody, Fault> timed(Function<Duration, Fault> factory) {
        return body -> factory.apply(body.positiveSeconds("seconds", LONGEST));
    }

    static List<String> all() {
        return new ArrayList<>(FACTORIES.keySet());
    }

    /** The fault that an object asks for. */
    static Fault in(ControlBody body) {
        Function<ControlBody, Fault> factory = FACTORIES.get(body.text("fault"));
        if (factory == null) {
            throw ControlException.field(
                    body.pathOf("fault"), "there is no such fault; there are " + String.join(", ", all()));
        }
        Fault fault = factory.apply(body);
        if (!body.has("attempts")) {
            return fault;
        }
        try {
            return body.countOr("every", "attempts").map(fault::onAttempts).orElseGet(fault::onEveryAttempt);
        } catch (IllegalStateException e) {
            throw ControlException.field(body.pathOf("attempts"), inTheirNames(e));
        }
    }

    /** A fault as it is printed, for example {@code held-back(PT20M)} or {@code wrong-key.on-attempts(3)}. */
    static String of(Fault fault) {
        return kebab(fault.toString());
    }

    /** Why faults are rejected, in which they are called as in Java. */
    static String inTheirNames(RuntimeException rejected) {
        return kebab(String.valueOf(rejected.getMessage()));
    }

    private static String kebab(String text) {
        return CAPITAL_IN_WORD
                .matcher(text.replace("()", ""))
                .replaceAll(capital -> "-" + capital.group().toLowerCase(Locale.ROOT));
    }
}
