package io.github.csscallback.testkit.simulator;

/** The kinds of {@link Fault}, and which of them exclude each other. */
enum FaultKind {
    DUPLICATE("duplicate", Scope.ATTEMPT, "duplicate"),
    REORDERED("reordered", Scope.DELIVERY, "reordered"),
    HELD_BACK("heldBack", Scope.DELIVERY, "heldBack"),
    SIGNATURE_KEPT("signatureKept", Scope.DELIVERY, "signature on retries"),
    SIGNATURE_RENEWED("signatureRenewed", Scope.DELIVERY, "signature on retries"),
    WRONG_KEY("wrongKey", Scope.ATTEMPT, "key"),
    OLD_KEY("oldKey", Scope.ATTEMPT, "key"),
    MANGLED_BODY("mangledBody", Scope.ATTEMPT, "mangledBody"),
    CUT_IN_REQUEST("cutInRequest", Scope.ATTEMPT, "cut"),
    CUT_BEFORE_ANSWER("cutBeforeAnswer", Scope.ATTEMPT, "cut"),
    CUT_AFTER_ANSWER("cutAfterAnswer", Scope.ATTEMPT, "cut"),
    SLOW_SENDING("slowSending", Scope.ATTEMPT, "slowSending");

    /** What a fault is about. */
    enum Scope {
        DELIVERY,
        ATTEMPT
    }

    private final String word;
    private final Scope scope;
    private final String concern;

    FaultKind(String word, Scope scope, String concern) {
        this.word = word;
        this.scope = scope;
        this.concern = concern;
    }

    String word() {
        return word;
    }

    Scope scope() {
        return scope;
    }

    /** What only one fault of a delivery can decide. */
    String concern() {
        return concern;
    }
}
