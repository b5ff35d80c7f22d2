package io.github.csscallback.testkit.internal.api;

/** One action: reads its parameters, does it, and says what to answer. */
@FunctionalInterface
interface Action {

    /**
     * Does it.
     *
     * @param parameters what was asked
     * @return the members of {@code Response} beside RequestId
     * @throws ApiRefusal if it is refused; then nothing has changed
     */
    Members run(Parameters parameters);
}
