package io.github.csscallback.testkit;

import io.github.csscallback.core.event.EventType;

/**
 * Complete sample packets of all event types, with all members that are documented for them, as a starting point for
 * tests:
 *
 * <pre>{@code
 * byte[] packet = SamplePackets.of(EventType.RECORD)
 *     .with("stream_id", "room-1")
 *     .without("task_id")
 *     .signedWith(key, now.plusSeconds(600))
 *     .bytes();
 * }</pre>
 *
 * <p>The members are those of the documentation, whose pages the event records link. Accounts, domains, addresses and
 * secrets are invented; all times are fixed, in March 2026. Where the documentation differs from real packets, the samples
 * follow the packets: {@code socre} in 317, {@code stead_state} in 338, JSON inside a string in 100, 314 and 332, {@code
 * index} as a number in 314.
 *
 * <p>Stateless and safe for use by several threads.
 */
public final class SamplePackets {

    private SamplePackets() {}

    /**
     * The sample packet of a type, without {@code t} and {@code sign}; for an undocumented type, a small packet with
     * its number.
     */
    public static SamplePacket of(EventType type) {
        SampleMembers members = membersOf(type.number());
        return SamplePacket.of(type, SampleMembers.start().and("event_type", type.number()), members);
    }

    private static SampleMembers membersOf(int number) {
        return switch (number) {
            case 0 -> PushSamples.streamEnd();
            case 1 -> PushSamples.streamBegin();
            case 8 -> PushSamples.streamMix();
            case 321 -> PushSamples.pushException();
            case 100 -> RecordingSamples.file();
            case 332 -> RecordingSamples.status();
            case 341 -> RecordingSamples.exception();
            case 200 -> RecordingSamples.snapshot();
            case 315 -> AudioAuditSample.members();
            case 317 -> PornCensorshipSample.members();
            case 314 -> TaskSamples.relay();
            case 328 -> TaskSamples.monitor();
            case 338 -> SpeechSamples.subtitle();
            case 347 -> SpeechSamples.smartErase();
            case 348 -> SpeechSamples.summary();
            case 349 -> SpeechSamples.highlight();
            case 343 -> QualitySamples.control();
            case 344 -> QualitySamples.threshold();
            case 345 -> QualitySamples.average();
            default -> PushSamples.undocumented();
        };
    }
}
