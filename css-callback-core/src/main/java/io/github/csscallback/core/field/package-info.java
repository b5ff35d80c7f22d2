/** The members of a packet, read by name, and what can be wrong with them. */
package io.github.csscallback.core.field;
