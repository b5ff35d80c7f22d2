package io.github.csscallback.jackson3;

import io.github.csscallback.core.event.CallbackEvent;
import io.github.csscallback.core.field.Fields;
import java.util.List;
import tools.jackson.core.Version;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.module.SimpleSerializers;

/**
 * Lets an {@link tools.jackson.databind.ObjectMapper} write callback events and read them back. {@link
 * tools.jackson.databind.cfg.MapperBuilder#findAndAddModules()} finds it.
 *
 * <p>An event is written as CSS wrote it: all members of the packet in its order, also those that this version of the SDK
 * does not know, with the numbers as they stand there, but without {@code t} and {@code sign}. Credentials ({@code
 * stream_param}, {@code to_url}, ...) are written as {@code "***"}, as in {@link Fields#toJson()}; {@link
 * #withCredentials()} writes them in clear.
 *
 * <p>Read as {@link CallbackEvent}, as one of the event records, or as part of another type, the JSON becomes the same
 * event: equal to the one that was written, but for credentials that are hidden. What is not an event, or is an event of
 * another type than the one asked for, fails as a {@link tools.jackson.databind.exc.MismatchedInputException}.
 * Names and naming strategies of the mapper do not apply: the members are those of the documentation of CSS.
 *
 * <p>A tree ({@code JsonNode}) and a binary format hold numbers by value, and a tree drops the zeros at the end of {@code
 * 1.50} unless {@link tools.jackson.databind.cfg.JsonNodeFeature#STRIP_TRAILING_BIGDECIMAL_ZEROES} is disabled.
 * An event that comes back with another form of a number is not equal to the original, though its components are.
 *
 * <p><b>Reading verifies nothing.</b> Read only what an application wrote itself after the receiver had verified it;
 * anybody can write JSON that looks like an event.
 *
 * <p>A module is immutable and safe for use by several threads and mappers.
 */
public final class CssCallbackModule extends JacksonModule {

    private final boolean writesCredentials;

    /** A module that writes credentials as {@code "***"}. */
    public CssCallbackModule() {
        this(false);
    }

    private CssCallbackModule(boolean writesCredentials) {
        this.writesCredentials = writesCredentials;
    }

    /**
     * Returns a module that writes credentials in clear: for an archive that must be complete, not for a log. Whoever
     * reads that JSON can push to, or pull from, the addresses in it.
     *
     * <p>Registered after a module that hides them, it replaces that one, and the other way round.
     *
     * @return a module
     */
    public static CssCallbackModule withCredentials() {
        return new CssCallbackModule(true);
    }

    @Override
    public String getModuleName() {
        return "css-callback";
    }

    /** Distinguishes the two kinds of this module, because a mapper ignores the second of the same id. */
    @Override
    public Object getRegistrationId() {
        return List.of(CssCallbackModule.class, writesCredentials);
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public void setupModule(SetupContext context) {
        SimpleSerializers serializers = new SimpleSerializers();
        serializers.addSerializer(CallbackEvent.class, new EventSerializer(writesCredentials));
        context.addSerializers(serializers);
        context.addDeserializers(new EventDeserializers());
    }
}
