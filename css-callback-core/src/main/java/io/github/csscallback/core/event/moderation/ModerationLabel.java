package io.github.csscallback.core.event.moderation;

/**
 * What moderation found, in {@code PornCensorshipEvent} and {@code AudioAuditEvent} (intl 38084, 58643). The pages say that
 * there are others than those listed.
 *
 * @param value the word as sent
 */
public record ModerationLabel(String value) {

    /** Nothing bad. */
    public static final ModerationLabel NORMAL = new ModerationLabel("Normal");

    /** Pornography. */
    public static final ModerationLabel PORN = new ModerationLabel("Porn");

    /** Abuse. */
    public static final ModerationLabel ABUSE = new ModerationLabel("Abuse");

    /** Advertising. */
    public static final ModerationLabel AD = new ModerationLabel("Ad");

    /** Something of the customer's own library. */
    public static final ModerationLabel CUSTOM = new ModerationLabel("Custom");

    /** Moaning, in audio. */
    public static final ModerationLabel MOAN = new ModerationLabel("Moan");
}
