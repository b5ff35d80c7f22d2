/** The destinations of events: by the rule in force, or an address outside templates; loopback unless allowed. */
package io.github.csscallback.testkit.internal.route;
