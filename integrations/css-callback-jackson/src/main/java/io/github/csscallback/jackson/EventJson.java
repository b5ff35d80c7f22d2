package io.github.csscallback.jackson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;

/**
 * The JSON of one event, apart from any mapper's settings. Its limits are those of the receiver, which the event has passed
 * or is about to pass; and it keeps no names, because strangers choose them.
 */
final class EventJson implements Serializable {

    private static final long serialVersionUID = 1;

    private final JsonFactory factory = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            // Half of a surrogate pair has no UTF-8, but it has an escape.
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    JsonParser parser(String json) throws IOException {
        return factory.createParser(json);
    }

    JsonGenerator generator(ByteArrayOutputStream out) throws IOException {
        return factory.createGenerator(out);
    }
}
