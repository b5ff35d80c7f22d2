package io.github.csscallback.cli.send;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.csscallback.cli.process.CommandFailureException;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.signature.CallbackSigner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A packet that is signed anew for every posting. Its other members stay as they are, numbers to the last digit. */
public final class OutgoingPacket {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final ObjectNode members;

    private OutgoingPacket(ObjectNode members) {
        this.members = members;
    }

    public static OutgoingPacket of(byte[] packet) {
        JsonNode read;
        try {
            read = JSON.readTree(packet);
        } catch (JsonProcessingException e) {
            // Jackson's message would quote the packet.
            throw new CommandFailureException("the packet is not valid JSON"
                    + (e.getLocation() == null
                            ? ""
                            : ": line " + e.getLocation().getLineNr() + ", column "
                                    + e.getLocation().getColumnNr()));
        } catch (IOException e) {
            throw new CommandFailureException("the packet is not UTF-8");
        } catch (NumberFormatException e) { // of an exponent that no decimal number has
            throw new CommandFailureException("the packet is not to be read: a number in it is too large");
        }
        if (!(read instanceof ObjectNode object)) {
            throw new CommandFailureException("the packet is not a JSON object");
        }
        return new OutgoingPacket(object);
    }

    /** The packet with {@code t} and {@code sign}, or without both if there is no key. */
    public byte[] signedWith(@Nullable CallbackKey key, Instant t) {
        ObjectNode packet = members.deepCopy();
        if (key == null) {
            packet.remove("t");
            packet.remove("sign");
        } else {
            packet.put("t", t.getEpochSecond());
            packet.put("sign", CallbackSigner.sign(key, t));
        }
        return packet.toString().getBytes(StandardCharsets.UTF_8);
    }
}
