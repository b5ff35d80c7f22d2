package io.github.csscallback.cli.simulate.control;

import io.github.csscallback.testkit.SamplePacket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a body wants to be other in a packet: {@code with} sets members, {@code without} removes some. */
public final class PacketChange implements UnaryOperator<SamplePacket> {

    private static final String WITH = "with";
    private static final String WITHOUT = "without";
    private static final List<String> SIGNATURE = List.of("t", "sign");

    private final Map<String, @Nullable Object> with;
    private final List<String> without;

    private PacketChange(Map<String, @Nullable Object> with, List<String> without) {
        this.with = with;
        this.without = without;
    }

    static PacketChange in(ControlBody body) {
        Map<String, @Nullable Object> with = body.values(WITH);
        List<String> without = body.textList(WITHOUT);
        List<String> all = new ArrayList<>(with.keySet());
        all.addAll(without);
        for (String name : SIGNATURE) {
            if (all.contains(name)) {
                throw ControlException.field(
                        (with.containsKey(name) ? WITH : WITHOUT) + "." + name,
                        "t and sign are made when the packet is signed; POST /faults makes them wrong");
            }
        }
        return new PacketChange(with, without);
    }

    @Override
    public SamplePacket apply(SamplePacket packet) {
        SamplePacket changed = packet;
        for (String name : without) {
            try {
                changed = changed.without(name);
            } catch (IllegalArgumentException e) {
                throw ControlException.field(WITHOUT + "." + name, e);
            }
        }
        for (Map.Entry<String, @Nullable Object> member : with.entrySet()) {
            changed = changed.with(member.getKey(), member.getValue());
        }
        return changed;
    }
}
