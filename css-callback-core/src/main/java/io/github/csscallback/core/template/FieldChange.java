package io.github.csscallback.core.template;

/**
 * What a change does to one field. There are exactly these three, so a switch over them is complete.
 *
 * @param <T> the type of the field's value
 */
public sealed interface FieldChange<T> {

    /**
     * The field is not sent and stays as it is.
     *
     * @param <T> the type of the field's value
     */
    record Leave<T>() implements FieldChange<T> {}

    /**
     * The field gets a new value.
     *
     * @param <T> the type of the field's value
     * @param value the new value
     */
    record Set<T>(T value) implements FieldChange<T> {}

    /**
     * The field is emptied: sent as an empty text or an empty list.
     *
     * @param <T> the type of the field's value
     */
    record Clear<T>() implements FieldChange<T> {}
}
