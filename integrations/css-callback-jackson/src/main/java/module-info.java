/** Writes callback events as JSON and reads them back, with Jackson 2. */
@org.jspecify.annotations.NullMarked
module io.github.csscallback.jackson {
    requires static transitive org.jspecify;
    requires transitive com.fasterxml.jackson.databind;
    requires transitive io.github.csscallback.core;
    requires io.github.csscallback.receiver;

    exports io.github.csscallback.jackson;

    provides com.fasterxml.jackson.databind.Module with
            io.github.csscallback.jackson.CssCallbackModule;
}
