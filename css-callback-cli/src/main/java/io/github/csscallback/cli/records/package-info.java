/** {@code css-callback records}: callback records of the management API. */
@NullMarked
package io.github.csscallback.cli.records;

import org.jspecify.annotations.NullMarked;
