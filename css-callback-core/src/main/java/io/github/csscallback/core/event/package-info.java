/** What CSS tells: event types, one record for each, and the members of a packet. Start at {@link
 * io.github.csscallback.core.event.EventType}. */
package io.github.csscallback.core.event;
