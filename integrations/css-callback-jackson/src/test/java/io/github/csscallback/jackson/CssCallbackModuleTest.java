package io.github.csscallback.jackson;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import io.github.csscallback.core.event.CallbackEvent;
import io.github.csscallback.jacksoncontract.EventJsonContract;
import io.github.csscallback.jacksoncontract.Mapper;
import io.github.csscallback.receiver.CallbackDecoder;
import io.github.csscallback.testsupport.DocumentedPackets;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CssCallbackModuleTest extends EventJsonContract {

    @Override
    protected Mapper mapper() {
        return new Jackson2(new ObjectMapper().findAndRegisterModules());
    }

    @Override
    protected Mapper mapperWithCredentials() {
        return new Jackson2(JsonMapper.builder()
                .findAndAddModules()
                .addModule(CssCallbackModule.withCredentials())
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build());
    }

    @Override
    protected Mapper mapperWithClassNames() {
        return new Jackson2(JsonMapper.builder()
                .addModule(CssCallbackModule.withCredentials())
                .activateDefaultTyping(
                        BasicPolymorphicTypeValidator.builder()
                                .allowIfSubType("io.github.csscallback.")
                                .allowIfSubType("java.util.")
                                .build(),
                        ObjectMapper.DefaultTyping.NON_FINAL)
                .build());
    }

    @Override
    protected Class<? extends Exception> mismatch() {
        return MismatchedInputException.class;
    }

    /** The other tests run on the class path. */
    @Test
    void theModulePathHasTheModuleToo() throws Exception {
        Path classes = Path.of(CssCallbackModule.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());

        assertThat(ModuleFinder.of(classes).findAll())
                .flatExtracting(module -> module.descriptor().provides())
                .extracting(ModuleDescriptor.Provides::service, ModuleDescriptor.Provides::providers)
                .containsExactly(
                        tuple("com.fasterxml.jackson.databind.Module", List.of(CssCallbackModule.class.getName())));
    }

    @Test
    void theModuleThatIsRegisteredLastDecidesOnCredentials() throws Exception {
        CallbackEvent event = CallbackDecoder.withoutVerification(
                        "{\"event_type\":1,\"stream_param\":\"txSecret=deadbeef\"}".getBytes(UTF_8))
                .event();

        assertThat(JsonMapper.builder()
                        .addModule(CssCallbackModule.withCredentials())
                        .addModule(new CssCallbackModule())
                        .build()
                        .writeValueAsString(event))
                .isEqualTo("{\"event_type\":1,\"stream_param\":\"***\"}");
    }

    @Test
    void aCopyOfTheMapperWritesEventsToo() throws Exception {
        CallbackEvent event = CallbackDecoder.withoutVerification(DocumentedPackets.bytes("314-relay-task-start"))
                .event();
        ObjectMapper original = new ObjectMapper().registerModule(new CssCallbackModule());

        assertThat(original.copy().writeValueAsString(event)).isEqualTo(original.writeValueAsString(event));
    }

    @Test
    void bytesWithinAnEventAreAMismatch() {
        JsonNode tree =
                JsonNodeFactory.instance.objectNode().put("event_type", 1).put("app", new byte[] {1});

        assertThatThrownBy(() -> new ObjectMapper().findAndRegisterModules().treeToValue(tree, CallbackEvent.class))
                .isInstanceOf(MismatchedInputException.class)
                .hasMessageContaining("An event has no binary value, but app is one");
    }

    @Test
    void aBufferThatEndsWithinAnEventIsAnError() throws Exception {
        ObjectMapper mapper = new ObjectMapper().findAndRegisterModules();
        try (TokenBuffer buffer = new TokenBuffer(mapper, false)) {
            buffer.writeStartObject();
            buffer.writeNumberField("event_type", 1);

            assertThatThrownBy(() -> mapper.readValue(buffer.asParser(), CallbackEvent.class))
                    .hasMessageContaining("The JSON ends within an event");
        }
    }

    private record Jackson2(ObjectMapper mapper) implements Mapper {

        @Override
        public String write(Object value) throws Exception {
            return mapper.writeValueAsString(value);
        }

        @Override
        public byte[] writeBytes(Object value) throws Exception {
            return mapper.writeValueAsBytes(value);
        }

        @Override
        public String writePretty(Object value) throws Exception {
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(value);
        }

        @Override
        public <T> T read(String json, Class<T> type) throws Exception {
            return mapper.readValue(json, type);
        }

        @Override
        public <T> List<T> readList(String json, Class<T> elementType) throws Exception {
            return mapper.readerForListOf(elementType).readValue(json);
        }

        @Override
        public Object tree(Object value) {
            return mapper.<JsonNode>valueToTree(value);
        }

        @Override
        public <T> T fromTree(Object tree, Class<T> type) throws Exception {
            return mapper.treeToValue((JsonNode) tree, type);
        }

        @Override
        public <T> T convert(Object value, Class<T> type) {
            return mapper.convertValue(value, type);
        }
    }
}
