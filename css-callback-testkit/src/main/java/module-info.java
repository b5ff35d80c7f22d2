/** A CSS in your own process, and made-up callback packets, for tests. */
@org.jspecify.annotations.NullMarked
module io.github.csscallback.testkit {
    requires transitive io.github.csscallback.core;
    requires static transitive org.jspecify;
    // For the extension alone. Not transitive: a module that requires this one would not compile without JUnit.
    requires static org.junit.jupiter.api;
    requires com.fasterxml.jackson.core;
    requires io.github.csscallback.receiver;
    requires org.slf4j;

    exports io.github.csscallback.testkit;
    exports io.github.csscallback.testkit.simulator;
    exports io.github.csscallback.testkit.simulator.fault;
    exports io.github.csscallback.testkit.junit;
}
