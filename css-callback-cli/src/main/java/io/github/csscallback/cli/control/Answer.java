package io.github.csscallback.cli.control;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What is answered.
 *
 * @param status HTTP status
 * @param body what happened, or why nothing did
 */
record Answer(int status, ObjectNode body) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static Answer done(ObjectNode what) {
        return new Answer(200, what);
    }

    /** Something is there now that was not before. */
    static Answer made(ObjectNode what) {
        return new Answer(201, what);
    }

    static Answer of(Refusal refusal) {
        ObjectNode body = JSON.objectNode();
        if (refusal.field() != null) {
            body.put("field", refusal.field());
        }
        return new Answer(refusal.status(), body.put("reason", refusal.reason()));
    }
}
