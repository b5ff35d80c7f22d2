package io.github.csscallback.core.field;

import io.github.csscallback.core.internal.ConflictingSpellingsException;
import io.github.csscallback.core.internal.ControlCharacters;
import io.github.csscallback.core.internal.Members;
import io.github.csscallback.core.internal.Members.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The members of a packet, or of an object inside one, read by name. All event records are made from it, and it reaches
 * what they do not know.
 *
 * <p>Reading never throws on an odd value: a member that is absent, null or of another form gives null or an
 * empty list. A number may come as a text ({@code -?[0-9]{1,19}}, or a plain decimal of up to 32 characters) and a
 * text as a number, since CSS sends both. Names are compared exactly.
 *
 * <p>Immutable and safe for use by several threads. Values may be secrets ({@code stream_param}, {@code to_url}, ...):
 * {@link #toString()} shows names only.
 */
public final class Fields {

    /** Times after the year 9999 cannot be printed as ISO 8601 with four digits, and none is genuine. */
    private static final long LAST_SECOND = 253_402_300_799L;

    private static final ElementReader<String> TEXT = (values, at, index) -> FieldValue.textOrNull(values, at);

    /** The index of what is not an element of a list. */
    private static final int LONE = -1;
    /** The index of the packet's own members, around which there are only the same ones without noting. */
    private static final int PACKET = -2;

    private final Members members;
    /** Where these members stand, to name a problem in them; spelt out only when there is one. */
    private final @Nullable Fields around;

    private final String name;
    private final int index;
    /** Takes what does not fit, while a record is being made. */
    private final @Nullable List<FieldProblem> problems;

    private Fields(
            Members members, @Nullable Fields around, String name, int index, @Nullable List<FieldProblem> problems) {
        this.members = members;
        this.around = around;
        this.name = name;
        this.index = index;
        this.problems = problems;
    }

    /** For the receiver: gives access to the members that it read. */
    @SuppressWarnings("exports") // an internal type, for the receiver alone
    public static Fields of(Members members) {
        return new Fields(members, null, "", LONE, null);
    }

    /**
     * For the receiver: returns the same fields, which add a problem to the list for each member that is present but does
     * not have the form asked for. Only for decoding a record; the list is not copied.
     */
    public Fields collecting(List<FieldProblem> found) {
        return new Fields(members, this, "", PACKET, found);
    }

    /** Returns the same fields without a list of problems, as an event keeps them. */
    public Fields plain() {
        return problems == null ? this : index == PACKET && around != null ? around : of(members);
    }

    /**
     * The names of all members in the packet's order.
     *
     * @return an unmodifiable list
     */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (int at = members.first(); at != Members.NONE; at = members.next(at)) {
            names.add(members.name(at));
        }
        return Collections.unmodifiableList(names);
    }

    /**
     * Whether a member is there with a value other than null.
     *
     * @param name the member's name
     * @return true if there is something to read
     */
    public boolean contains(String name) {
        return find(name) != Members.NONE;
    }

    /**
     * A text; a number is given as it was written.
     *
     * @param name the member's name
     * @return the text, or null if there is none
     */
    public @Nullable String text(String name) {
        int at = find(name);
        if (at == Members.NONE) {
            return null;
        }
        String text = FieldValue.textOrNull(members, at);
        if (text == null) {
            note(name, "not a text");
        }
        return text;
    }

    /**
     * A text that carries credentials.
     *
     * @param name the member's name
     * @return the wrapped text, or null if there is none
     */
    public @Nullable SecretText secret(String name) {
        String text = text(name);
        return text == null ? null : SecretText.of(text);
    }

    /**
     * An integer of 64 bits.
     *
     * @param name the member's name
     * @return the number, or null if there is none
     */
    public @Nullable Long longNumber(String name) {
        int at = find(name);
        if (at == Members.NONE) {
            return null;
        }
        long value = FieldValue.toLong(members, at);
        return isLong(value, at, name) ? value : null;
    }

    /**
     * An integer of 32 bits.
     *
     * @param name the member's name
     * @return the number, or null if there is none
     */
    public @Nullable Integer intNumber(String name) {
        int at = find(name);
        if (at == Members.NONE) {
            return null;
        }
        long value = FieldValue.toLong(members, at);
        if (value == (int) value) { // which NO_LONG is not
            return (int) value;
        }
        note(name, "not an integer of 32 bits");
        return null;
    }

    /**
     * A number with a fraction.
     *
     * @param name the member's name
     * @return the nearest double, or null if there is none; never infinite or NaN
     */
    public @Nullable Double decimal(String name) {
        int at = find(name);
        if (at == Members.NONE) {
            return null;
        }
        Double value = FieldValue.decimalOrNull(members, at);
        if (value == null) {
            note(name, "not a decimal number");
        }
        return value;
    }

    /**
     * A truth value: {@code true} or {@code false}, also as a text.
     *
     * @param name the member's name
     * @return the value, or null if there is none
     */
    public @Nullable Boolean flag(String name) {
        int at = find(name);
        if (at == Members.NONE) {
            return null;
        }
        Kind kind = members.kind(at);
        if (kind == Kind.TRUE || kind == Kind.FALSE || kind == Kind.TEXT) {
            String text = members.text(at);
            if (text.equals("true")) {
                return Boolean.TRUE;
            }
            if (text.equals("false")) {
                return Boolean.FALSE;
            }
        }
        note(name, "neither true nor false");
        return null;
    }

    /**
     * A time given in Unix seconds.
     *
     * @param name the member's name
     * @return the time, or null if there is none
     */
    public @Nullable Instant unixSeconds(String name) {
        int at = find(name);
        if (at == Members.NONE) {
            return null;
        }
        long seconds = FieldValue.toLong(members, at);
        if (!isLong(seconds, at, name)) {
            return null;
        }
        if (isPrintable(seconds)) {
            return Instant.ofEpochSecond(seconds);
        }
        note(name, "not a time in seconds");
        return null;
    }

    /**
     * A time given in Unix milliseconds.
     *
     * @param name the member's name
     * @return the time, or null if there is none
     */
    public @Nullable Instant unixMillis(String name) {
        int at = find(name);
        if (at == Members.NONE) {
            return null;
        }
        long millis = FieldValue.toLong(members, at);
        if (!isLong(millis, at, name)) {
            return null;
        }
        if (isPrintable(millis / 1000)) {
            return Instant.ofEpochMilli(millis);
        }
        note(name, "not a time in milliseconds");
        return null;
    }

    /**
     * A length of time given in whole seconds.
     *
     * @param name the member's name
     * @return the length, or null if there is none
     */
    public @Nullable Duration seconds(String name) {
        int at = find(name);
        if (at == Members.NONE) {
            return null;
        }
        long seconds = FieldValue.toLong(members, at);
        return isLong(seconds, at, name) ? Duration.ofSeconds(seconds) : null;
    }

    /**
     * A length of time given in milliseconds.
     *
     * @param name the member's name
     * @return the length, or null if there is none
     */
    public @Nullable Duration millis(String name) {
        int at = find(name);
        if (at == Members.NONE) {
            return null;
        }
        long millis = FieldValue.toLong(members, at);
        return isLong(millis, at, name) ? Duration.ofMillis(millis) : null;
    }

    /**
     * A length of time given in seconds with a fraction.
     *
     * @param name the member's name
     * @return the length to the nanosecond, or null if there is none
     */
    public @Nullable Duration fractionalSeconds(String name) {
        return length(name, 9, "not a length of time in seconds");
    }

    /**
     * A length of time given in milliseconds with a fraction.
     *
     * @param name the member's name
     * @return the length to the nanosecond, or null if there is none
     */
    public @Nullable Duration fractionalMillis(String name) {
        return length(name, 6, "not a length of time in milliseconds");
    }

    private @Nullable Duration length(String name, int nanoDigits, String misfit) {
        int at = find(name);
        if (at == Members.NONE) {
            return null;
        }
        Duration length = FieldValue.lengthOrNull(members, at, nanoDigits);
        if (length == null) {
            note(name, misfit);
        }
        return length;
    }

    /**
     * A nested object.
     *
     * @param name the member's name
     * @return its members, or null if there is none
     */
    public @Nullable Fields object(String name) {
        int at = find(name);
        if (at == Members.NONE) {
            return null;
        }
        if (members.kind(at) == Kind.OBJECT) {
            return nested(members.inside(at), name, LONE);
        }
        note(name, "not an object");
        return null;
    }

    /**
     * A list of nested objects; a lone object is a list of one. Elements of another form are left out.
     *
     * @param name the member's name
     * @return their members in order, unmodifiable; empty if there is no list
     */
    public List<Fields> objects(String name) {
        return objectsAs(name, Function.identity());
    }

    /**
     * A list of texts; a lone text is a list of one. Elements of another form are left out.
     *
     * @param name the member's name
     * @return the texts in order, unmodifiable; empty if there is no list
     */
    public List<String> texts(String name) {
        return list(name, "not a text", TEXT);
    }

    /**
     * A list of integers of 64 bits; a lone integer is a list of one. Elements of another form are left out.
     *
     * @param name the member's name
     * @return the numbers in order, unmodifiable; empty if there is no list
     */
    public List<Long> longNumbers(String name) {
        return list(name, "not an integer of 64 bits", (values, at, index) -> {
            long value = FieldValue.toLong(values, at);
            return FieldValue.isLong(value, values, at) ? value : null;
        });
    }

    /**
     * A list of numbers with a fraction; a lone number is a list of one. Elements of another form are left out.
     *
     * @param name the member's name
     * @return the numbers in order, unmodifiable; empty if there is no list
     */
    public List<Double> decimals(String name) {
        return list(name, "not a decimal number", (values, at, index) -> FieldValue.decimalOrNull(values, at));
    }

    /**
     * An object that stands inside a text ({@code callback_ext}, {@code record_detail}, {@code msg}), or directly.
     *
     * @param name the member's name
     * @return its members, or null if the text is empty or holds anything else
     */
    public @Nullable Fields embeddedObject(String name) {
        int at = find(name);
        if (at == Members.NONE || isEmptyText(at)) {
            return null;
        }
        if (members.kind(at) != Kind.TEXT) {
            return object(name);
        }
        Members.@Nullable Embedded embedded = members.embedded(at);
        if (embedded != null && embedded.kind() == Kind.OBJECT) {
            return nested(embedded.members(), name, LONE);
        }
        note(name, "not a JSON object in a text");
        return null;
    }

    /**
     * A list of texts that stands inside a text, or directly.
     *
     * @param name the member's name
     * @return the texts in order, unmodifiable; empty if the text is empty or holds anything else
     */
    public List<String> embeddedTexts(String name) {
        int at = find(name);
        if (at == Members.NONE || isEmptyText(at)) {
            return List.of();
        }
        if (members.kind(at) != Kind.TEXT) {
            return texts(name);
        }
        Members.@Nullable Embedded embedded = members.embedded(at);
        return embedded != null && embedded.kind() == Kind.ARRAY
                ? elements(embedded.members(), name, "not a text", TEXT)
                : misfit(name, "not a JSON array in a text", List.of());
    }

    /**
     * A list of texts with credentials that stands inside a text ({@code source_urls}), or directly.
     *
     * @param name the member's name
     * @return the wrapped texts in order, unmodifiable; empty if the text is empty or holds anything else
     */
    public List<SecretText> embeddedSecrets(String name) {
        return embeddedTexts(name).stream().map(SecretText::of).toList();
    }

    /**
     * The value as it stands in the packet, as JSON text. It may be a secret.
     *
     * @param name the member's name
     * @return the JSON of the value, {@code null} included as text, or null if there is no such member
     */
    public @Nullable String json(String name) {
        int at = members.find(name);
        if (at == Members.NONE) {
            return null;
        }
        int quote = members.kind(at) == Kind.TEXT ? 1 : 0;
        int from = members.start(at) - quote;
        return new String(members.source(), from, members.end(at) + quote - from, StandardCharsets.UTF_8);
    }

    /**
     * Writes these members as one line of JSON: all of them, also those that this version of the SDK does not know, in
     * the packet's order and with the values that CSS wrote, but for {@code t} and {@code sign}. Credentials ({@code
     * stream_param}, {@code to_url}, ...) are {@code "***"}, also in nested objects and in JSON inside a text.
     *
     * <p>Decoded again, for example with the receiver's {@code CallbackDecoder}, it is the same event without its
     * credentials. A member that CSS adds is written as it is, even if it is a secret.
     *
     * @return a JSON object without control characters
     */
    public String toJson() {
        return FieldsJson.write(members, true);
    }

    /**
     * Writes these members as {@link #toJson()} does, credentials in clear: for an archive, not for a log. Decoded
     * again, it is an equal event.
     *
     * @return a JSON object without control characters
     */
    public String toJsonWithCredentials() {
        return FieldsJson.write(members, false);
    }

    /**
     * A text as an open value, such as a {@code Suggestion}.
     *
     * @param name the member's name
     * @param type the value's constructor
     * @return the value, or null if there is none
     */
    public <T> @Nullable T textAs(String name, Function<String, T> type) {
        String text = text(name);
        return text == null ? null : type.apply(text);
    }

    /**
     * An integer of 32 bits as an open value, such as an {@code InterruptionCode}.
     *
     * @param name the member's name
     * @param type the value's constructor
     * @return the value, or null if there is none
     */
    public <T> @Nullable T numberAs(String name, IntFunction<T> type) {
        Integer number = intNumber(name);
        return number == null ? null : type.apply(number);
    }

    /**
     * A list of records, each decoded from a nested object; a lone object is a list of one. Elements of another form are
     * left out.
     *
     * @param name the member's name
     * @param record decodes one object
     * @return the records in order, unmodifiable; empty if there is no list
     */
    public <T> List<T> objectsAs(String name, Function<Fields, T> record) {
        return list(
                name,
                "not an object",
                (values, at, index) ->
                        values.kind(at) == Kind.OBJECT ? record.apply(nested(values.inside(at), name, index)) : null);
    }

    /**
     * Returns the one of two spellings of a member that this packet uses, the second if it uses neither. A packet that has
     * both with different values is unreadable.
     */
    public String either(String one, String other) {
        int first = find(one);
        int second = find(other);
        if (first == Members.NONE) {
            return other;
        }
        if (second != Members.NONE && !Arrays.equals(content(first), content(second))) {
            throw new ConflictingSpellingsException(one, other);
        }
        return one;
    }

    private static boolean isPrintable(long second) {
        return second >= -LAST_SECOND && second <= LAST_SECOND;
    }

    private int find(String name) {
        int at = members.find(name);
        return at != Members.NONE && members.kind(at) == Kind.NULL ? Members.NONE : at;
    }

    /** Whether what was read there is an integer; notes if it is not. */
    private boolean isLong(long read, int at, String name) {
        return FieldValue.isLong(read, members, at) || misfit(name, "not an integer of 64 bits", false);
    }

    private byte[] content(int at) {
        return Arrays.copyOfRange(members.source(), members.start(at), members.end(at));
    }

    private boolean isEmptyText(int at) {
        return members.kind(at) == Kind.TEXT && members.start(at) == members.end(at);
    }

    private Fields nested(Members inside, String member, int element) {
        return problems == null ? of(inside) : new Fields(inside, this, member, element, problems);
    }

    /** Reads one element, or gives null if it has another form. */
    private interface ElementReader<T> {
        @Nullable
        T read(Members values, int at, int index);
    }

    private <T> List<T> list(String name, String misfit, ElementReader<T> reader) {
        int at = find(name);
        if (at == Members.NONE) {
            return List.of();
        }
        if (members.kind(at) == Kind.ARRAY) {
            return elements(members.inside(at), name, misfit, reader);
        }
        T lone = reader.read(members, at, LONE);
        return lone == null ? misfit(name, misfit, List.of()) : List.of(lone);
    }

    private <T> List<T> elements(Members values, String name, String misfit, ElementReader<T> reader) {
        int at = values.first();
        if (at == Members.NONE) {
            return List.of();
        }
        List<T> read = new ArrayList<>(countFrom(values, at));
        for (int index = 0; at != Members.NONE; at = values.next(at), index++) {
            T element = reader.read(values, at, index);
            if (element != null) {
                read.add(element);
            } else if (values.kind(at) != Kind.NULL) {
                note(name + "[" + index + "]", misfit);
            }
        }
        return read.size() == 1 ? List.of(read.get(0)) : Collections.unmodifiableList(read);
    }

    private static int countFrom(Members values, int first) {
        int count = 0;
        for (int at = first; at != Members.NONE; at = values.next(at)) {
            count++;
        }
        return count;
    }

    private <T> T misfit(String name, String reason, T missing) {
        note(name, reason);
        return missing;
    }

    private void note(String member, String reason) {
        if (problems != null) {
            problems.add(new FieldProblem(path() + member, reason));
        }
    }

    private String path() {
        return around == null || index == PACKET
                ? ""
                : around.path() + name + (index == LONE ? "." : "[" + index + "].");
    }

    /**
     * Compares names, order and values, but for {@code t} and {@code sign}, which differ between deliveries of one
     * event.
     */
    @Override
    public boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof Fields that)) {
            return false;
        }
        return FieldsComparison.areEqual(members, that.members, FieldsJson.SIGNATURE);
    }

    @Override
    public int hashCode() {
        List<String> names = new ArrayList<>(names());
        names.removeAll(FieldsJson.SIGNATURE);
        return names.hashCode();
    }

    /**
     * The names of the members; never a value.
     *
     * @return for example {@code Fields[appid, sign, t]}
     */
    @Override
    public String toString() {
        return ControlCharacters.escaped("Fields" + names());
    }
}
