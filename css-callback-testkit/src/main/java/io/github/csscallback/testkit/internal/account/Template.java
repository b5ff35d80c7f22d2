package io.github.csscallback.testkit.internal.account;

/**
 * A template as the API shows it: what was last written, in force or not.
 *
 * @param id TemplateId
 * @param fields all others
 */
public record Template(long id, TemplateValues fields) {}
