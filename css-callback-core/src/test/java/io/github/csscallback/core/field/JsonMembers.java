package io.github.csscallback.core.field;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.csscallback.core.internal.Members;
import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Members for core's own tests, over a Jackson tree: plain rather than fast. The receiver has the real reader. */
@SuppressWarnings("exports") // seen by tests alone
public final class JsonMembers implements Members {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final List<String> names = new ArrayList<>();
    private final List<JsonNode> values = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();
    private final byte[] source;

    private JsonMembers(JsonNode container) {
        if (container.isObject()) {
            container.properties().forEach(member -> {
                names.add(member.getKey());
                values.add(member.getValue());
            });
        } else {
            container.forEach(values::add);
        }
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        for (JsonNode value : values) {
            byte[] json = value.toString().getBytes(StandardCharsets.UTF_8);
            int quote = value.isTextual() ? 1 : 0;
            starts.add(written.size() + quote);
            written.writeBytes(json);
            ends.add(written.size() - quote);
            written.write('\n');
        }
        this.source = written.toByteArray();
    }

    /** The members of a JSON object. */
    public static JsonMembers of(String json) {
        try {
            return new JsonMembers(MAPPER.readTree(json));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The members of a JSON object as a record's factory sees them. */
    public static Fields fields(String json) {
        return Fields.of(of(json));
    }

    @Override
    public int first() {
        return values.isEmpty() ? NONE : 0;
    }

    @Override
    public int next(int at) {
        return at + 1 < values.size() ? at + 1 : NONE;
    }

    @Override
    public int find(String name) {
        return names.indexOf(name);
    }

    @Override
    public String name(int at) {
        return names.get(at);
    }

    @Override
    public Kind kind(int at) {
        return switch (values.get(at).getNodeType()) {
            case OBJECT -> Kind.OBJECT;
            case ARRAY -> Kind.ARRAY;
            case STRING -> Kind.TEXT;
            case NUMBER -> Kind.NUMBER;
            case BOOLEAN -> values.get(at).booleanValue() ? Kind.TRUE : Kind.FALSE;
            case NULL -> Kind.NULL;
            default -> throw new IllegalStateException("not a JSON value");
        };
    }

    @Override
    public byte[] source() {
        return source;
    }

    @Override
    public int start(int at) {
        return starts.get(at);
    }

    @Override
    public int end(int at) {
        return ends.get(at);
    }

    @Override
    public String text(int at) {
        return values.get(at).asText();
    }

    @Override
    public Members inside(int at) {
        return new JsonMembers(values.get(at));
    }

    @Override
    public @Nullable Embedded embedded(int at) {
        try {
            JsonNode inner = MAPPER.readTree(values.get(at).textValue());
            return inner.isContainerNode()
                    ? new Embedded(inner.isObject() ? Kind.OBJECT : Kind.ARRAY, new JsonMembers(inner))
                    : null;
        } catch (JsonProcessingException notJson) {
            return null;
        }
    }
}
