package io.github.csscallback.receiver.internal.read;

import io.github.csscallback.core.field.UnreadablePacketException;
import io.github.csscallback.core.internal.Members;
import io.github.csscallback.core.internal.Members.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether our reading of bytes and {@link StrictJackson}'s agree: in whether they can be read, and in every value. */
final class Agreement {

    /** What every text of this test run has taught. */
    private static final JsonReader OF_ALL_BEFORE = new JsonReader();

    private static final Pattern BOUNDS = Pattern.compile("nested deeper than|longer than|more than");

    private Agreement() {}

    /** Fails unless both readings agree; where our bounds are exceeded there is nothing to compare. */
    static void check(byte[] bytes) {
        Optional<Object> theirs = StrictJackson.read(bytes);
        Tape tape;
        try {
            tape = scanned(bytes);
        } catch (UnreadablePacketException e) {
            String message = String.valueOf(e.getMessage());
            if (theirs.isPresent() && !BOUNDS.matcher(message).find()) {
                throw new AssertionError("rejected by us alone: " + message);
            }
            return;
        }
        Object value = theirs.orElseThrow(() -> new AssertionError("read by us alone"));
        checkValue(new TapeMembers(tape, 0), 0, value);
        if (value instanceof Map<?, ?> packet) {
            JsonReader reader = new JsonReader();
            checkObject(asPacket(bytes, reader), packet);
            checkObject(asPacket(bytes, reader), packet); // now its names are foreseen, and rightly
            checkObject(asPacket(bytes, OF_ALL_BEFORE), packet);
        }
    }

    /** As PacketReader does it, with what packets before have taught. */
    static Members asPacket(byte[] bytes, JsonReader reader) {
        return new TapeMembers(reader.read(bytes), 0);
    }

    /** As PacketReader does it, but for any value. */
    static Tape scanned(byte[] bytes) {
        return new JsonReader().read(bytes);
    }

    private static void checkValue(Members members, int at, Object theirs) {
        same(members.kind(at), kindOf(theirs));
        String slice = slice(members, at);
        if (theirs instanceof Map<?, ?> object) {
            same(slice.charAt(0), '{');
            same(slice.charAt(slice.length() - 1), '}');
            checkObject(members.inside(at), object);
        } else if (theirs instanceof List<?> array) {
            same(slice.charAt(0), '[');
            same(slice.charAt(slice.length() - 1), ']');
            checkArray(members.inside(at), array);
        } else if (theirs instanceof String text) {
            same(members.text(at), text);
            same(StrictJackson.read(("\"" + slice + "\"").getBytes(StandardCharsets.UTF_8)), Optional.of(text));
        } else {
            same(slice, ((StrictJackson.Word) theirs).written());
            same(members.text(at), slice);
        }
    }

    private static void checkObject(Members members, Map<?, ?> theirs) {
        List<String> names = new ArrayList<>();
        for (int at = members.first(); at != Members.NONE; at = members.next(at)) {
            String name = members.name(at);
            names.add(name);
            same(members.find(name), at);
            Object value = theirs.get(name);
            if (value == null) {
                throw new AssertionError("a name that only we read");
            }
            checkValue(members, at, value);
        }
        same(names, new ArrayList<>(theirs.keySet()));
        String absent = "x";
        while (theirs.containsKey(absent)) {
            absent += "x"; // a fuzzer that sees what is compared writes that name
        }
        same(members.find(absent), Members.NONE);
    }

    private static void checkArray(Members members, List<?> theirs) {
        int index = 0;
        for (int at = members.first(); at != Members.NONE; at = members.next(at)) {
            checkValue(members, at, theirs.get(index++));
        }
        same(index, theirs.size());
    }

    private static String slice(Members members, int at) {
        int start = members.start(at);
        return new String(members.source(), start, members.end(at) - start, StandardCharsets.UTF_8);
    }

    private static Kind kindOf(Object theirs) {
        if (theirs instanceof StrictJackson.Word word) {
            return switch (word.written()) {
                case "null" -> Kind.NULL;
                case "true" -> Kind.TRUE;
                case "false" -> Kind.FALSE;
                default -> Kind.NUMBER;
            };
        }
        return theirs instanceof Map ? Kind.OBJECT : theirs instanceof List ? Kind.ARRAY : Kind.TEXT;
    }

    /** Plain, because it is called millions of times. */
    private static void same(Object ours, Object theirs) {
        if (!ours.equals(theirs)) {
            throw new AssertionError("we read " + ours + ", they read " + theirs);
        }
    }
}
