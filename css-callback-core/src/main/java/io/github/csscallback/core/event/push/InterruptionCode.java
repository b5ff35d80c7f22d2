package io.github.csscallback.core.event.push;

/**
 * Why a push ended: {@code errcode} of a {@code StreamEndEvent}. The meanings are those of the table of interruption
 * records (intl 31083); the callback's own page (intl 38081) prints fewer of them. CSS may add codes.
 *
 * <p>The packet has no sub-code: for 18 (push refused) and 21 (stopped on request or replaced) only the console and the
 * query API say which of several reasons it was.
 *
 * @param value the number as sent
 */
public record InterruptionCode(int value) {

    private static final String NOT_LISTED = "not listed";

    /** The client sent deleteStream: a push that ended as it should. */
    public static final InterruptionCode DELETE_STREAM = new InterruptionCode(1);

    /**
     * The push was refused, for one of many reasons (authentication, expiry, limits, blocklists, unpaid bills); some
     * sub-codes are internal errors.
     */
    public static final InterruptionCode REFUSED = new InterruptionCode(18);

    /** The customer had it stopped or forbidden, or a new push of the same name replaced it. */
    public static final InterruptionCode STOPPED_OR_REPLACED = new InterruptionCode(21);

    /**
     * What the number stands for, in English; for people, not to branch on. What tells 1 to 4 apart is from older tables;
     * that of today says of all of them that the client stopped.
     *
     * @return the meaning; {@code not listed} if the table does not have the number
     */
    public String meaning() {
        return switch (value) {
            case 0, 22, 25, 26, 27, 28, 29, 30, 31, 32, 34, 36 -> "cause unknown to CSS";
            case 1 -> "the push client stopped: RTMP deleteStream";
            case 2 -> "the push client stopped: RTMP closeStream";
            case 3 -> "the push client stopped: it closed the TCP connection";
            case 4 -> "the push client stopped: the TCP connection failed";
            case 5, 9, 11, 24, 38 -> "internal error of CSS";
            case 6, 23 -> "bad RTMP content";
            case 7, 39 -> "a frame exceeds the permitted size";
            case 8, 20 -> "stopped by CSS after a long time without data";
            case 10 -> "a proxy of CSS was told to interrupt";
            case 12, 13, 14, 15, 16, 17 -> "network trouble between pusher and CSS";
            case 18 -> "push refused (authentication, expiry, limits, blocklist, account, domain) or internal error";
            case 19 -> "third-party authentication failed";
            case 21 -> "stopped or forbidden by the customer, or replaced by a new push";
            case 33 -> "bad RTMP AMF data";
            case 35 -> "the push client stopped";
            case 37 -> "an SRS stream without players was stopped";
            default -> NOT_LISTED;
        };
    }

    /**
     * Whether the table has this number. Some that it has are listed as unknown causes.
     *
     * @return true if {@link #meaning()} says more than that it is not listed
     */
    public boolean isKnown() {
        return !meaning().equals(NOT_LISTED);
    }
}
