/** Where an event goes: by the rule in force, or by an address that stands in no template; never far from home. */
package io.github.csscallback.testkit.internal.route;
