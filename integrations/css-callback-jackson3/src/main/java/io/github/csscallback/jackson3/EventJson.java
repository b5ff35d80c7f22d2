package io.github.csscallback.jackson3;

import java.io.ByteArrayOutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * The JSON of one event, apart from any mapper's settings. Its limits are those of the receiver, which the event has passed
 * or is about to pass; and it keeps no names, because strangers choose them.
 */
final class EventJson {

    private final JsonFactory factory = JsonFactory.builder()
            .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            // Half of a surrogate pair has no UTF-8, but it has an escape.
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    JsonParser parser(String json) {
        return factory.createParser(ObjectReadContext.empty(), json);
    }

    JsonGenerator generator(ByteArrayOutputStream out) {
        return factory.createGenerator(ObjectWriteContext.empty(), out);
    }
}
