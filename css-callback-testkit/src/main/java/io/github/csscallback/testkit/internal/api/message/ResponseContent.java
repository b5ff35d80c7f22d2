package io.github.csscallback.testkit.internal.api.message;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** ResponseContent of a JSON object that is being written. */
@FunctionalInterface
public interface ResponseContent {

    /** None. */
    ResponseContent NONE = json -> {};

    /**
     * Writes them.
     *
     * @param json where to, within the object
     * @throws IOException if they cannot be written
     */
    void writeTo(JsonGenerator json) throws IOException;
}
