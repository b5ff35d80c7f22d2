package io.github.csscallback.jackson3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

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
import tools.jackson.databind.DefaultTyping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.util.TokenBuffer;

class CssCallbackModuleTest extends EventJsonContract {

    @Override
    protected Mapper mapper() {
        return new Jackson2(JsonMapper.builder().findAndAddModules().build());
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
                        DefaultTyping.NON_FINAL)
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
                        tuple("tools.jackson.databind.JacksonModule", List.of(CssCallbackModule.class.getName())));
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
    void aMapperRebuiltFromAnotherWritesEventsToo() throws Exception {
        CallbackEvent event = CallbackDecoder.withoutVerification(DocumentedPackets.bytes("314-relay-task-start"))
                .event();
        ObjectMapper original =
                JsonMapper.builder().addModule(new CssCallbackModule()).build();

        assertThat(original.rebuild().build().writeValueAsString(event)).isEqualTo(original.writeValueAsString(event));
    }

    @Test
    void bytesWithinAnEventAreAMismatch() {
        JsonNode tree =
                JsonNodeFactory.instance.objectNode().put("event_type", 1).put("app", new byte[] {1});

        assertThatThrownBy(
                        () -> JsonMapper.builder().findAndAddModules().build().treeToValue(tree, CallbackEvent.class))
                .isInstanceOf(MismatchedInputException.class)
                .hasMessageContaining("An event has no binary value, but app is one");
    }

    @Test
    void aBufferThatEndsWithinAnEventIsAnError() throws Exception {
        ObjectMapper mapper = JsonMapper.builder().findAndAddModules().build();
        try (TokenBuffer buffer = TokenBuffer.forGeneration()) {
            buffer.writeStartObject();
            buffer.writeNumberProperty("event_type", 1);

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
