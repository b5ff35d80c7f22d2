package io.github.csscallback.cli.simulate.control;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The response to a call.
 *
 * @param status HTTP status
 * @param body what happened, or why nothing did
 */
public record ControlResponse(int status, ObjectNode body) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static ControlResponse done(ObjectNode what) {
        return new ControlResponse(200, what);
    }

    /** Something is there now that was not before. */
    static ControlResponse made(ObjectNode what) {
        return new ControlResponse(201, what);
    }

    static ControlResponse of(ControlException rejection) {
        ObjectNode body = JSON.objectNode();
        if (rejection.field() != null) {
            body.put("field", rejection.field());
        }
        return new ControlResponse(rejection.status(), body.put("reason", rejection.reason()));
    }
}
