package io.github.csscallback.cli.simulate.control;

import io.github.csscallback.testkit.simulator.SimulatedEvent;

/** Hears of what the one who steers may not look at. Called by the threads of the control address, several at once. */
public interface ControlListener {

    /**
     * An event had nowhere to go.
     *
     * @param delivery which, and why
     */
    void notSent(SimulatedEvent delivery);

    /**
     * A call failed by a mistake of ours.
     *
     * @param mistake what was thrown
     */
    void failed(RuntimeException mistake);
}
