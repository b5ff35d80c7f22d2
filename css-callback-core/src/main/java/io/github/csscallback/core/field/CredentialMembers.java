package io.github.csscallback.core.field;

import java.util.Set;

/**
 * The members that carry credentials, wherever they stand in a packet: the same that the event records give as
 * {@link SecretText}, and {@code sign}.
 */
final class CredentialMembers {

    private static final Set<String> ANYWHERE = Set.of("stream_param", "to_url", "source_urls", "callback_url", "sign");

    /** What differs by relay event; its {@code url} is the source, while other members of that name are results. */
    private static final String RELAY_MESSAGE = "msg";

    private static final String RELAY_SOURCE = "url";

    /** The parameter that authorizes a push. */
    private static final String PUSH_PARAMETER = "txSecret=";

    private CredentialMembers() {}

    /** Whether a member carries credentials. */
    static boolean contains(String parent, String name) {
        return ANYWHERE.contains(name) || (name.equals(RELAY_SOURCE) && parent.equals(RELAY_MESSAGE));
    }

    /** Whether a text carries credentials, though its member is none of these. */
    static boolean mayBeIn(String text) {
        return text.contains(PUSH_PARAMETER);
    }

    /** Whether a text that begins like JSON but cannot be read may hold one of these members. */
    static boolean mayBeInUnreadable(String name, String text) {
        return name.equals(RELAY_MESSAGE) || ANYWHERE.stream().anyMatch(text::contains);
    }
}
