package io.github.csscallback.testkit.simulator.fault;

/** The kinds of {@link Fault}. */
public enum FaultKind {
    DUPLICATE("duplicate", true),
    REORDERED("reordered", false),
    HELD_BACK("heldBack", false),
    SIGNATURE_KEPT("signatureKept", false),
    SIGNATURE_RENEWED("signatureRenewed", false),
    WRONG_KEY("wrongKey", true),
    OLD_KEY("oldKey", true),
    MANGLED_BODY("mangledBody", true),
    CUT_IN_REQUEST("cutInRequest", true),
    CUT_BEFORE_RESPONSE("cutBeforeResponse", true),
    CUT_AFTER_RESPONSE("cutAfterResponse", true),
    SLOW_SENDING("slowSending", true);

    private final String factory;
    private final boolean perAttempt;

    FaultKind(String factory, boolean perAttempt) {
        this.factory = factory;
        this.perAttempt = perAttempt;
    }

    /** Whether a fault of this kind affects single attempts; otherwise it affects the event as a whole. */
    public boolean isPerAttempt() {
        return perAttempt;
    }

    /** The name of the method of {@link Fault} that makes it. */
    String factory() {
        return factory;
    }
}
