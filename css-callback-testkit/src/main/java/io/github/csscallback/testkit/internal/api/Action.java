package io.github.csscallback.testkit.internal.api;

import io.github.csscallback.testkit.internal.api.message.ApiErrorException;
import io.github.csscallback.testkit.internal.api.message.Parameters;
import io.github.csscallback.testkit.internal.api.message.ResponseContent;

/** One action: reads its parameters, does it, and says what to answer. */
@FunctionalInterface
interface Action {

    /**
     * Does it.
     *
     * @param parameters what was asked
     * @return the members of {@code Response} beside RequestId
     * @throws ApiErrorException if it is refused; then nothing has changed
     */
    ResponseContent run(Parameters parameters);
}
