/** A user's module. */
module com.example.streams {
    requires io.github.csscallback.receiver;

    exports com.example.streams;
}
