/** Until when a delivery must have its response, and the timer for it. */
package io.github.csscallback.receiver.internal.deadline;
