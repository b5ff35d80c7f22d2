/** The results of image and audio moderation, in {@code PornCensorshipEvent} and {@code AudioAuditEvent}. */
package io.github.csscallback.core.event.moderation;
