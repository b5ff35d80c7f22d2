/**
 * Events, callback keys and the signature of Tencent Cloud CSS callbacks.
 *
 * <p>Knows neither HTTP nor JSON nor files, logs nothing and needs nothing at run time.
 */
@SuppressWarnings("module") // the receiver is built after this module
@org.jspecify.annotations.NullMarked
module io.github.csscallback.core {
    requires static transitive org.jspecify;

    exports io.github.csscallback.core.event;
    exports io.github.csscallback.core.event.moderation;
    exports io.github.csscallback.core.event.recording;
    exports io.github.csscallback.core.event.quality;
    exports io.github.csscallback.core.event.relay;
    exports io.github.csscallback.core.event.push;
    exports io.github.csscallback.core.field;
    exports io.github.csscallback.core.signature;
    exports io.github.csscallback.core.template;
    exports io.github.csscallback.core.internal to
            io.github.csscallback.receiver;
}
