package io.github.csscallback.receiver.internal.read;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.csscallback.core.field.Fields;
import io.github.csscallback.core.field.UnreadablePacketException;
import io.github.csscallback.core.internal.SignedMembers;
import io.github.csscallback.receiver.CallbackDecoder;
import io.github.csscallback.testsupport.DocumentedPackets;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any bytes at all. An ordinary test run replays the seeds, and what was found before (in the directory
 * PacketReaderFuzzTestInputs of the resources); with JAZZER_FUZZ=1 in the environment one of these searches for more.
 */
@Tag("slow")
class PacketReaderFuzzTest {

    /** The scanner and Jackson read the same from the same bytes, or both reject them. */
    @MethodSource("seeds")
    @FuzzTest
    void scannerAndJacksonAgree(byte[] bytes) {
        Agreement.check(bytes);
    }

    /** Nothing but UnreadablePacketException leaves the decoder, and every member of what it reads can be read. */
    @MethodSource("seeds")
    @FuzzTest
    void whateverIsReadCanBeDecodedAndRead(byte[] bytes) {
        Fields fields;
        try {
            fields = CallbackDecoder.withoutVerification(bytes).event().fields();
        } catch (UnreadablePacketException e) {
            return;
        }
        for (String name : fields.names()) {
            Objects.requireNonNull(fields.json(name), "a member without JSON");
            fields.text(name);
            fields.longNumber(name);
            fields.intNumber(name);
            fields.decimal(name);
            fields.flag(name);
            fields.unixSeconds(name);
            fields.unixMillis(name);
            fields.seconds(name);
            fields.millis(name);
            fields.objects(name);
            fields.texts(name);
            fields.longNumbers(name);
            fields.decimals(name);
            fields.embeddedObject(name);
            fields.embeddedTexts(name);
        }
    }

    /** The reader accepts nothing but an object that Jackson reads too, and finds its type and signature as Jackson does. */
    @MethodSource("seeds")
    @FuzzTest
    void aPacketIsAnObjectForJacksonToo(byte[] bytes) {
        Packet packet;
        try {
            packet = new PacketReader(false).read(bytes);
        } catch (UnreadablePacketException e) {
            return;
        }
        Map<?, ?> theirs =
                (Map<?, ?>) StrictJackson.read(bytes).orElseThrow(() -> new AssertionError("read by us alone"));
        if (Integer.parseInt(written(theirs.get("event_type"))) != packet.type().number()) {
            throw new AssertionError("another event_type");
        }
        SignedMembers signed = packet.signed();
        checkSigned(signed.hasT(), signed.source(), signed.tFrom(), signed.tTo(), theirs.get("t"));
        checkSigned(signed.hasSign(), signed.source(), signed.signFrom(), signed.signTo(), theirs.get("sign"));
    }

    private static void checkSigned(boolean has, byte[] source, int from, int to, @Nullable Object theirs) {
        boolean isNull =
                theirs instanceof StrictJackson.Word word && word.written().equals("null");
        if (has != (theirs != null && !isNull)) {
            throw new AssertionError("a signature is there for one of us alone");
        }
        String ours = has ? new String(source, from, to - from, StandardCharsets.UTF_8) : "";
        if (!ours.isEmpty() && !ours.contains("\\") && !ours.equals(written(theirs))) {
            throw new AssertionError("another signature");
        }
    }

    /** What a scalar is written as; objects, arrays and nothing at all are as good as null here. */
    private static String written(@Nullable Object value) {
        return value instanceof StrictJackson.Word word
                ? word.written()
                : value instanceof String text ? text : "other";
    }

    /** Where the search begins. */
    static List<byte[]> seeds() {
        return DocumentedPackets.names().stream().map(DocumentedPackets::bytes).toList();
    }
}
