/** Writes callback events as JSON and reads them back, with Jackson 3. */
@org.jspecify.annotations.NullMarked
@SuppressWarnings("module") // the name ends with the digit of the Jackson that it is for
module io.github.csscallback.jackson3 {
    requires static transitive org.jspecify;
    requires transitive tools.jackson.databind;
    requires transitive io.github.csscallback.core;
    requires io.github.csscallback.receiver;

    exports io.github.csscallback.jackson3;

    provides tools.jackson.databind.JacksonModule with
            io.github.csscallback.jackson3.CssCallbackModule;
}
