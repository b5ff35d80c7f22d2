package io.github.csscallback.testkit.internal.api.message;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Writes the members of a response. */
@FunctionalInterface
public interface ResponseContent {

    /** No members. */
    ResponseContent NONE = json -> {};

    /**
     * Writes the members into the current object.
     *
     * @throws IOException if writing fails
     */
    void writeTo(JsonGenerator json) throws IOException;
}
