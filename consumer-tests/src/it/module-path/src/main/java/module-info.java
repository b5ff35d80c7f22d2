/** A user's module. */
module com.example.streams {
    requires transitive io.github.csscallback.receiver;

    exports com.example.streams;
}
