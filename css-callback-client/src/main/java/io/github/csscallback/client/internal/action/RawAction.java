package io.github.csscallback.client.internal.action;

import io.github.csscallback.client.internal.call.ApiCall;
import io.github.csscallback.client.internal.call.ApiCall.RetrySafety;
import io.github.csscallback.client.internal.call.ApiCaller;
import io.github.csscallback.client.internal.json.Json;
import io.github.csscallback.client.internal.json.UnreadableJsonException;
import java.nio.charset.StandardCharsets;

/** Any action by its name, JSON in and JSON out. */
public final class RawAction {

    private RawAction() {}

    /**
     * Calls an action.
     *
     * @param json its parameters
     * @return the object {@code Response} as JSON
     */
    public static String call(ApiCaller caller, String action, String json) {
        // The name goes into a header, and a header builder that rejects one prints it.
        if (!action.matches("[A-Za-z0-9]{1,128}")) {
            throw new IllegalArgumentException(
                    "the action must be a name of letters and digits, as in the API's pages");
        }
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        try {
            Json.read(body);
        } catch (UnreadableJsonException e) {
            throw new IllegalArgumentException(
                    "the parameters of " + action + " are not one JSON object: " + e.getMessage());
        }
        RetrySafety retrySafety = action.startsWith("Describe") ? RetrySafety.READ : RetrySafety.NEVER;
        return Json.text(caller.call(ApiCall.of(action, body, retrySafety)));
    }
}
