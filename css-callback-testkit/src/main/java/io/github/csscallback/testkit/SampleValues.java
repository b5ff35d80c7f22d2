package io.github.csscallback.testkit;

/** Account, stream and times of all samples, from the ranges reserved for documentation. */
final class SampleValues {

    static final long APP_ID = 1_250_009_137L;
    static final String DOMAIN = "push.example.com";
    static final String PATH = "live";
    static final String STREAM = "studio-7";
    /** 2026-03-14T09:26:53Z, the begin of the push. */
    static final long BEGIN = 1_773_480_413L;
    /** 2026-03-14T10:11:20.640Z, the end of the push. */
    static final long END = 1_773_483_080L;

    static final String SESSION = "7104958823619340551";
    static final String PUSHER = "203.0.113.54";
    /** Has the form of the credentials in a push URL, for tests that such are not leaked. */
    static final String STREAM_PARAM = "txSecret=5ec0de0f7a11c0ffee5ec0de0f7a11c0&txTime=69B5A3C0&quality=hd";

    static final String INTERFACE = "general_callback";

    private SampleValues() {}

    /** The members of the account, to be extended. */
    static SampleMembers account() {
        return SampleMembers.start().and("appid", APP_ID);
    }
}
