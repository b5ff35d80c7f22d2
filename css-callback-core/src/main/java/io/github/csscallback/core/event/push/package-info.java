/** The values of push events: why a push was interrupted and what is wrong with one. */
package io.github.csscallback.core.event.push;
