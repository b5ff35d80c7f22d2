/** Receives the callbacks of Tencent Cloud CSS: bytes in, authenticated typed events out, a reply back. */
@org.jspecify.annotations.NullMarked
module io.github.csscallback.receiver {
    requires transitive io.github.csscallback.core;
    requires jdk.httpserver;
    requires org.slf4j;
    requires static transitive org.jspecify;

    exports io.github.csscallback.receiver;
    exports io.github.csscallback.receiver.idempotency;
}
