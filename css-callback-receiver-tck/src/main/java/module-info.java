/** What an implementor of the receiver's extension points inherits to prove the implementation. For test scope. */
@org.jspecify.annotations.NullMarked
module io.github.csscallback.receiver.tck {
    requires transitive io.github.csscallback.receiver;
    requires transitive org.junit.jupiter.api;
    requires org.assertj.core;
    requires static transitive org.jspecify;

    exports io.github.csscallback.receiver.tck;

    // JUnit calls the inherited test methods, which are not public.
    opens io.github.csscallback.receiver.tck to
            org.junit.platform.commons;
}
