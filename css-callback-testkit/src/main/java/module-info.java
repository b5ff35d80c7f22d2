/** Made-up callback packets of Tencent Cloud CSS for tests. */
@org.jspecify.annotations.NullMarked
module io.github.csscallback.testkit {
    requires transitive io.github.csscallback.core;
    requires static transitive org.jspecify;

    exports io.github.csscallback.testkit;
}
