package io.github.csscallback.testkit.internal.api;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Members of a JSON object that is being written. */
@FunctionalInterface
interface Members {

    /** None. */
    Members NONE = json -> {};

    /**
     * Writes them.
     *
     * @param json where to, within the object
     * @throws IOException if they cannot be written
     */
    void writeTo(JsonGenerator json) throws IOException;
}
