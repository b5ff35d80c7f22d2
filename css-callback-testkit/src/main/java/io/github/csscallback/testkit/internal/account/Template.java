package io.github.csscallback.testkit.internal.account;

/**
 * A template as last written, in force or not.
 *
 * @param id its TemplateId
 * @param fields all other fields
 */
public record Template(long id, TemplateValues fields) {}
