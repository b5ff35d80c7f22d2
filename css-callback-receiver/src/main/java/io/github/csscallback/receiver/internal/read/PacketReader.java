package io.github.csscallback.receiver.internal.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.internal.Members;
import io.github.csscallback.core.internal.Members.Embedded;
import io.github.csscallback.core.internal.Members.Kind;
import io.github.csscallback.core.internal.Numbers;
import io.github.csscallback.receiver.UnreadablePacketException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * First step, read: bytes to a {@link Packet}, in one strict pass. One JSON object in UTF-8 without a byte order mark, no
 * name twice in an object, nothing behind it, everything within bounds. Safe for use by several threads.
 *
 * <p>Jackson finds the tokens; its messages quote what it read, so they never leave this class.
 */
public final class PacketReader {

    private static final int MAX_DEPTH = 32;
    private static final int MAX_NAME_LENGTH = 256;
    private static final int MAX_NUMBER_LENGTH = 64;
    private static final int MAX_VALUES = 100_000;

    private final JsonFactory json;
    private final boolean acceptUntyped;

    /**
     * Makes a reader.
     *
     * @param acceptUntyped whether a packet without {@code event_type} may be taken for the image moderation of before
     *     2020
     */
    public PacketReader(boolean acceptUntyped) {
        this.acceptUntyped = acceptUntyped;
        this.json = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxNameLength(MAX_NAME_LENGTH)
                        .maxNumberLength(MAX_NUMBER_LENGTH)
                        .build())
                // Names come from strangers: they must not fill the JVM's table of interned strings.
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(JsonFactory.Feature.CHARSET_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
    }

    /**
     * Reads a packet.
     *
     * @param body the bytes; not to be changed from now on
     * @return the packet
     * @throws UnreadablePacketException if it is not a well-formed packet
     */
    public Packet read(byte[] body) {
        if (body.length == 0) {
            throw new UnreadablePacketException("the body is empty", 0, 0);
        }
        if (body.length > Tape.MAX_SOURCE) {
            throw new UnreadablePacketException("the body is larger than " + Tape.MAX_SOURCE + " bytes", 0, 0);
        }
        int malformed = Utf8.firstMalformed(body);
        if (malformed >= 0) {
            throw at(body, malformed, "not UTF-8");
        }
        if (body.length >= 3 && body[0] == (byte) 0xEF && body[1] == (byte) 0xBB && body[2] == (byte) 0xBF) {
            throw at(body, 0, "begins with a byte order mark");
        }
        Tape tape = tapeOf(body);
        if (tape.kind(0) != Kind.OBJECT) {
            throw at(body, tape.start(0), "not a JSON object");
        }
        return packet(new TapeMembers(tape, 0, this));
    }

    /** Reads the JSON that stands inside a text; null if it is not one well-formed object or array. */
    @Nullable
    Embedded readEmbedded(byte[] text) {
        try {
            Tape tape = tapeOf(text);
            Kind kind = tape.kind(0);
            return kind == Kind.OBJECT || kind == Kind.ARRAY
                    ? new Embedded(kind, new TapeMembers(tape, 0, this))
                    : null;
        } catch (UnreadablePacketException e) {
            return null; // rubbish in a text is an odd value, not an unreadable packet
        }
    }

    private Packet packet(Members members) {
        return new Packet(typeOf(members), written(members, "t", true), written(members, "sign", false), members);
    }

    private EventType typeOf(Members members) {
        int at = members.find("event_type");
        if (at == Members.NONE || members.kind(at) == Kind.NULL) {
            if (acceptUntyped && looksLikeOldImageModeration(members)) {
                return EventType.of(317);
            }
            throw new UnreadablePacketException("no event_type", 0, 0);
        }
        byte[] source = members.source();
        int start = members.start(at);
        int end = members.end(at);
        if ((members.kind(at) == Kind.NUMBER || members.kind(at) == Kind.TEXT) && Numbers.isLong(source, start, end)) {
            long number = Numbers.parseLong(source, start, end);
            if (number == (int) number) {
                return EventType.of((int) number);
            }
        }
        throw at(source, start, "event_type is not an integer");
    }

    /** Packets of before about 2020 have no event_type; these four members tell them apart (intl 38084). */
    private static boolean looksLikeOldImageModeration(Members members) {
        return members.find("img") != Members.NONE
                && members.find("type") != Members.NONE
                && members.find("screenshotTime") != Members.NONE
                && members.find("streamId") != Members.NONE;
    }

    /** What is written there, so that the verifier judges its form; a form that no text can have becomes an empty one. */
    private static @Nullable String written(Members members, String name, boolean numberAllowed) {
        int at = members.find(name);
        if (at == Members.NONE || members.kind(at) == Kind.NULL) {
            return null;
        }
        Kind kind = members.kind(at);
        return kind == Kind.TEXT || (numberAllowed && kind == Kind.NUMBER) ? members.text(at) : "";
    }

    private Tape tapeOf(byte[] text) {
        try (JsonParser parser = json.createParser(text)) {
            return fill(new Tape(text, text.length / 24 + 8), parser);
        } catch (StreamConstraintsException e) {
            throw at(text, e, "nested too deeply, or a name or number is too long");
        } catch (JsonEOFException e) {
            throw at(text, e, "ends too early");
        } catch (JsonProcessingException e) {
            throw at(text, e, "not valid JSON");
        } catch (IOException e) {
            throw new UnreadablePacketException("not valid JSON", 0, 0); // cannot happen: the bytes are in memory
        }
    }

    private static Tape fill(Tape tape, JsonParser parser) throws IOException {
        byte[] text = tape.source;
        OpenContainers open = new OpenContainers(tape);
        String name = null;
        int unended = -1;
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new UnreadablePacketException("the body is blank", 0, 0);
        }
        while (token != null) {
            int start = (int) parser.currentTokenLocation().getByteOffset();
            if (unended >= 0) {
                endScalar(tape, unended, start);
                unended = -1;
            }
            switch (token) {
                case FIELD_NAME -> {
                    name = parser.currentName();
                    if (!open.firstOfItsName(name)) {
                        throw at(text, start, "a name stands twice in one object");
                    }
                }
                case START_OBJECT, START_ARRAY -> {
                    boolean object = token == JsonToken.START_OBJECT;
                    open.push(tape.add(object ? Kind.OBJECT : Kind.ARRAY, name, start));
                    name = null;
                }
                case END_OBJECT, END_ARRAY -> tape.close(open.pop(), start + 1);
                case VALUE_STRING -> {
                    unended = tape.add(Kind.TEXT, name, start + 1);
                    name = null;
                }
                default -> {
                    unended = tape.add(scalarKind(token), name, start);
                    name = null;
                }
            }
            if (tape.size() > MAX_VALUES) {
                throw at(text, start, "more than " + MAX_VALUES + " values");
            }
            if (open.isEmpty() && tape.size() > 0) {
                if (unended >= 0) {
                    throw at(text, start, "not a JSON object");
                }
                // One value; what follows must be nothing.
                if (parser.nextToken() != null) {
                    throw at(text, (int) parser.currentTokenLocation().getByteOffset(), "something follows the object");
                }
                return tape;
            }
            token = parser.nextToken();
        }
        throw new UnreadablePacketException("ends too early", 0, 0);
    }

    private static Kind scalarKind(JsonToken token) {
        return switch (token) {
            case VALUE_TRUE -> Kind.TRUE;
            case VALUE_FALSE -> Kind.FALSE;
            case VALUE_NULL -> Kind.NULL;
            default -> Kind.NUMBER;
        };
    }

    /**
     * A text or number ends before the white space and comma that precede the next token. Found backwards, since the
     * parser says where a token begins, but skips over a text that nobody asks for without saying where it ended.
     */
    private static void endScalar(Tape tape, int at, int nextStart) {
        byte[] text = tape.source;
        int end = nextStart;
        while (text[end - 1] == ',' || text[end - 1] <= ' ') {
            end--;
        }
        tape.end(at, tape.kind(at) == Kind.TEXT ? end - 1 : end);
    }

    private static UnreadablePacketException at(byte[] text, JsonProcessingException e, String reason) {
        long offset = e.getLocation() == null ? -1 : e.getLocation().getByteOffset();
        return at(text, (int) Math.max(0, Math.min(offset, text.length)), reason);
    }

    private static UnreadablePacketException at(byte[] text, int offset, String reason) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < offset; i++) {
            if (text[i] == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return new UnreadablePacketException(reason, line, offset - lineStart + 1);
    }
}
