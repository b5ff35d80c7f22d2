package io.github.csscallback.core.field;

/**
 * A member of a packet that was there but did not have the documented form, so that the event's component is missing.
 * The value itself is not here: it may be a secret. It is still in {@code CallbackEvent.fields}.
 *
 * @param field the path of the member, for example {@code text_results[0].Score}
 * @param reason what was expected, for example {@code not an integer of 64 bits}
 */
public record FieldProblem(String field, String reason) {}
