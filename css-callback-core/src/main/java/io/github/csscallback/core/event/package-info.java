/** The event types of CSS callbacks and one record for each. Start at {@link EventType}. */
package io.github.csscallback.core.event;
