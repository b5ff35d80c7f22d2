/** The values of relay events: what happened to a relay task. */
package io.github.csscallback.core.event.relay;
