/** A user's program that has a simulated CSS and no JUnit. */
module com.example.rehearsal {
    requires io.github.csscallback.receiver;
    requires io.github.csscallback.testkit;

    exports com.example.rehearsal;
}
