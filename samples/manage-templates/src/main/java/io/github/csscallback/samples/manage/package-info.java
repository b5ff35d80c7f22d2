/** Callback templates and rules, from creating to deleting. */
@NullMarked
package io.github.csscallback.samples.manage;

import org.jspecify.annotations.NullMarked;
