package io.github.csscallback.core.event.moderation;

/**
 * The finding of moderation, in {@code PornCensorshipEvent} and {@code AudioAuditEvent}. According to the documentation
 * there are other values than those listed.
 *
 * @param value the word as sent
 * @see <a href="https://www.tencentcloud.com/document/product/267/38084">Documentation, intl 38084</a>
 * @see <a href="https://www.tencentcloud.com/document/product/267/58643">Documentation, intl 58643</a>
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
