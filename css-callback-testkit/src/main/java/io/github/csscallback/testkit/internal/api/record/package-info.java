/** The action that lists callback records. */
package io.github.csscallback.testkit.internal.api.record;
