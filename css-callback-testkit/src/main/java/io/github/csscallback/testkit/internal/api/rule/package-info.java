/** The actions on callback rules. */
package io.github.csscallback.testkit.internal.api.rule;
