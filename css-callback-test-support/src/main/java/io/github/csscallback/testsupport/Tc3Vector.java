package io.github.csscallback.testsupport;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A vector of the request signature TC3-HMAC-SHA256, computed by the official client or printed in its documentation. */
public record Tc3Vector(String id, JsonNode input, JsonNode expected) {

    /** All vectors. */
    public static List<Tc3Vector> all() {
        JsonNode file = TestResource.json("tc3-vectors.json");
        List<Tc3Vector> vectors = new ArrayList<>();
        for (String group : List.of("vectors", "documentationExamples")) {
            for (JsonNode vector : file.get(group)) {
                vectors.add(new Tc3Vector(vector.get("id").asText(), vector.get("input"), vector.get("expected")));
            }
        }
        return vectors;
    }

    /** The name of the test that uses this vector. */
    @Override
    public String toString() {
        return id;
    }
}
