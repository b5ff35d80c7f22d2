package io.github.csscallback.core.field;

import io.github.csscallback.core.internal.ControlCharacters;
import io.github.csscallback.core.internal.Members;
import io.github.csscallback.core.internal.Members.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Writes members as JSON on one line: names, order and values as they stand in the packet, credentials in clear or
 * hidden. JSON inside a text is copied as it is, unless a credential must be hidden in it.
 */
final class FieldsJson {

    /** What differs between the deliveries of one event. */
    static final Set<String> SIGNATURE = Set.of("t", "sign");

    private static final String HIDDEN = "\"***\"";

    private final StringBuilder json = new StringBuilder();
    private final boolean hiding;
    private boolean hasHidden;

    private FieldsJson(boolean hiding) {
        this.hiding = hiding;
    }

    static String write(Members members, boolean hiding) {
        FieldsJson writer = new FieldsJson(hiding);
        writer.object(members, "", SIGNATURE, false);
        return writer.json.toString();
    }

    private void object(Members members, String parent, Set<String> leftOut, boolean isCredential) {
        json.append('{');
        String separator = "";
        for (int at = members.first(); at != Members.NONE; at = members.next(at)) {
            String name = members.name(at);
            if (!leftOut.contains(name)) {
                json.append(separator);
                quoted(name);
                json.append(':');
                value(members, at, name, isCredential || CredentialMembers.contains(parent, name));
                separator = ",";
            }
        }
        json.append('}');
    }

    private void array(Members elements, String name, boolean isCredential) {
        json.append('[');
        String separator = "";
        for (int at = elements.first(); at != Members.NONE; at = elements.next(at)) {
            json.append(separator);
            value(elements, at, name, isCredential);
            separator = ",";
        }
        json.append(']');
    }

    private void container(Kind kind, Members inside, String name, boolean isCredential) {
        if (kind == Kind.OBJECT) {
            object(inside, name, Set.of(), isCredential);
        } else {
            array(inside, name, isCredential);
        }
    }

    private void value(Members members, int at, String name, boolean isCredential) {
        Kind kind = members.kind(at);
        switch (kind) {
            case OBJECT, ARRAY -> container(kind, members.inside(at), name, isCredential);
            case NULL -> json.append("null");
            case TEXT -> text(members, at, name, isCredential);
            default -> scalar(members, at, isCredential);
        }
    }

    private void scalar(Members members, int at, boolean isCredential) {
        if (isCredential && hiding) {
            hide();
        } else {
            json.append(asSent(members, at));
        }
    }

    private void text(Members members, int at, String name, boolean isCredential) {
        String text = members.text(at);
        if (hiding && beginsLikeJson(text)) {
            Members.Embedded embedded = members.embedded(at);
            if (embedded != null) {
                embedded(embedded, name, isCredential, asSent(members, at));
                return;
            }
            if (CredentialMembers.mayBeInUnreadable(name, text)) {
                hide();
                return;
            }
        }
        if (hiding && !text.isEmpty() && (isCredential || CredentialMembers.mayBeIn(text))) {
            hide();
        } else {
            json.append('"').append(asSent(members, at)).append('"');
        }
    }

    private void embedded(Members.Embedded embedded, String name, boolean isCredential, String asSent) {
        FieldsJson inner = new FieldsJson(true);
        inner.container(embedded.kind(), embedded.members(), name, isCredential);
        if (inner.hasHidden) {
            hasHidden = true;
            quoted(inner.json.toString());
        } else {
            json.append('"').append(asSent).append('"');
        }
    }

    private void hide() {
        hasHidden = true;
        json.append(HIDDEN);
    }

    private void quoted(String text) {
        String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"");
        json.append('"').append(ControlCharacters.escaped(escaped)).append('"');
    }

    private static boolean beginsLikeJson(String text) {
        String content = text.stripLeading();
        return content.startsWith("{") || content.startsWith("[");
    }

    /** The bytes of a scalar, without its quotes; its escapes stay. */
    private static String asSent(Members members, int at) {
        int from = members.start(at);
        return ControlCharacters.escaped(
                new String(members.source(), from, members.end(at) - from, StandardCharsets.UTF_8));
    }
}
