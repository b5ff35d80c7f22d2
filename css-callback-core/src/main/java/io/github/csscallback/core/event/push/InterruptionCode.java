package io.github.csscallback.core.event.push;

/**
 * The reason why a push ended: {@code errcode} of a {@code StreamEndEvent}. The meanings are those of the table of
 * interruption records; the callback's own page prints fewer of them. CSS may add codes.
 *
 * <p>The packet has no sub-code: for 18 (push refused) and 21 (stopped on request or replaced) only the console and the
 * query API show which of several reasons applied.
 *
 * @param value the number as sent
 * @see <a href="https://www.tencentcloud.com/document/product/267/31083">Documentation, intl 31083</a>
 * @see <a href="https://www.tencentcloud.com/document/product/267/38081">Documentation, intl 38081</a>
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

    /** It was stopped or forbidden on the customer's request, or a new push of the same name replaced it. */
    public static final InterruptionCode STOPPED_OR_REPLACED = new InterruptionCode(21);

    /**
     * Describes the code in English, for people; do not branch on it. The difference between 1 to 4 is from older
     * tables; today's table has one cause for all of them: the client stopped.
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
            case 10 -> "a CSS proxy was instructed to interrupt";
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
     * @return false if {@link #meaning()} is {@code not listed}
     */
    public boolean isKnown() {
        return !meaning().equals(NOT_LISTED);
    }
}
