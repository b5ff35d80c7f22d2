/** What is managed: callback templates and the rules that bind them. Start at {@link
 * io.github.csscallback.core.template.TemplateSpec}. */
package io.github.csscallback.core.template;
