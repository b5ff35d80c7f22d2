package io.github.csscallback.receiver;

/** What a request has become after the steps before its handler: an answer already, or a delivery to dispatch. */
sealed interface Begun permits Begun.Answered, Dispatch {

    /** Nothing is left to do but to send the reply. */
    record Answered(CallbackResponse reply) implements Begun {}
}
