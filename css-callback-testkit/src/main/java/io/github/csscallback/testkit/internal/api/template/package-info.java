/** The actions on callback templates. */
package io.github.csscallback.testkit.internal.api.template;
