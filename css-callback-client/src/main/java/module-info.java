/**
 * The management API of Tencent Cloud CSS, as far as callbacks are concerned: templates, rules, and what CSS says it
 * delivered.
 */
@org.jspecify.annotations.NullMarked
module io.github.csscallback.client {
    requires static transitive org.jspecify;
    requires transitive io.github.csscallback.core;
    requires transitive java.net.http;
    requires com.fasterxml.jackson.databind;
    requires org.slf4j;

    exports io.github.csscallback.client;
    exports io.github.csscallback.client.credentials;
    exports io.github.csscallback.client.error;
    exports io.github.csscallback.client.records;
    exports io.github.csscallback.client.retry;
    exports io.github.csscallback.client.signature;
}
