/** Receives the callbacks of Tencent Cloud CSS: verifies packets, decodes them to typed events and responds. */
@org.jspecify.annotations.NullMarked
@SuppressWarnings("module") // the modules of the qualified export are compiled later
module io.github.csscallback.receiver {
    requires transitive io.github.csscallback.core;
    requires jdk.httpserver;
    requires org.slf4j;
    requires static transitive org.jspecify;

    exports io.github.csscallback.receiver;
    exports io.github.csscallback.receiver.idempotency;
    exports io.github.csscallback.receiver.internal.httpserver to
            io.github.csscallback.cli,
            io.github.csscallback.testkit;
    exports io.github.csscallback.receiver.server;
}
