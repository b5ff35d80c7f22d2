package io.github.csscallback.benchmarks.receive;

/** One way to handle a packet. */
@FunctionalInterface
interface Contender {

    /** Handles one packet; the result is what a user would get. */
    Object run() throws Exception;
}
