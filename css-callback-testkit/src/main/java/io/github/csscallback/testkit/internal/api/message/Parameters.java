package io.github.csscallback.testkit.internal.api.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The parameters of a request, with strict types. None is null. */
public final class Parameters {

    private final Map<String, Object> values;

    public Parameters(Map<String, Object> values) {
        this.values = values;
    }

    /** Rejects parameters that the action does not define. */
    public Parameters only(Set<String> known) {
        return only(known, "this action");
    }

    /** Rejects parameters that the action does not define. */
    public Parameters only(Set<String> known, String action) {
        for (String name : values.keySet()) {
            if (!known.contains(name)) {
                throw new ApiErrorException(
                        ErrorCode.UNKNOWN_PARAMETER,
                        printable(name) + " is no parameter of " + action + "; it takes "
                                + (known.isEmpty() ? "none" : String.join(", ", new TreeSet<>(known))));
            }
        }
        return this;
    }

    /** A client's name for messages, or a placeholder if it has unexpected characters. */
    public static String printable(String name) {
        return name.matches("[A-Za-z0-9_.-]{1,64}") ? name : "a member with an odd name";
    }

    @Nullable
    public String text(String name) {
        Object value = values.get(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw wrongType(name, "a text");
    }

    public String requiredText(String name) {
        return required(name, text(name));
    }

    @Nullable
    public Long integer(String name) {
        Object value = values.get(name);
        if (value == null || value instanceof Long) {
            return (Long) value;
        }
        throw wrongType(name, "an integer of at most 64 bits, not in quotation marks");
    }

    public long requiredInteger(String name) {
        return required(name, integer(name));
    }

    @Nullable
    public List<String> texts(String name) {
        Object value = values.get(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof List<?> elements)) {
            throw wrongType(name, "an array of texts");
        }
        List<String> texts = new ArrayList<>();
        for (Object element : elements) {
            if (!(element instanceof String text)) {
                throw wrongType(name, "an array of texts");
            }
            texts.add(text);
        }
        return texts;
    }

    private static <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw new ApiErrorException(ErrorCode.MISSING_PARAMETER, name + " is missing");
        }
        return value;
    }

    private static ApiErrorException wrongType(String name, String right) {
        return new ApiErrorException(ErrorCode.INVALID_PARAMETER, name + " must be " + right);
    }
}
