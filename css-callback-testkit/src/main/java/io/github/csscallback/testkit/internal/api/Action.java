package io.github.csscallback.testkit.internal.api;

import io.github.csscallback.testkit.internal.api.message.ApiErrorException;
import io.github.csscallback.testkit.internal.api.message.Parameters;
import io.github.csscallback.testkit.internal.api.message.ResponseContent;

/** An action of the API. */
@FunctionalInterface
interface Action {

    /**
     * Executes the action.
     *
     * @return the members of {@code Response} besides RequestId
     * @throws ApiErrorException if the request is rejected; then nothing has changed
     */
    ResponseContent run(Parameters parameters);
}
