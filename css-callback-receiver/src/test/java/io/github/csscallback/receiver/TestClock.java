package io.github.csscallback.receiver;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands still until it is moved. (The TCK's clock is built after this module.) */
final class TestClock extends Clock {

    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Instant now = START;

    synchronized void advance(Duration time) {
        now = now.plus(time);
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("tests go by UTC");
    }
}
