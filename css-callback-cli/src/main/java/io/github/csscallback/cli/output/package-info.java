/** Output that several commands share: results as JSON or text, tables and colours. */
@NullMarked
package io.github.csscallback.cli.output;

import org.jspecify.annotations.NullMarked;
