package io.github.csscallback.cli.testing;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The threads of servers and simulators that run now, those of other tests' too. */
public final class Threads {

    private Threads() {}

    public static Set<String> ofOurs() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .map(thread -> thread.getName() + " " + thread.getId())
                .filter(name -> name.startsWith("css-") || name.startsWith("HTTP-Dispatcher"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
