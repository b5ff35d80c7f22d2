/** Callback templates and the rules that bind them to push domains. Start at {@link TemplateSpec}. */
package io.github.csscallback.core.template;
