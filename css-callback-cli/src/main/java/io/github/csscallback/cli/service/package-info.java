/** The management API: connection options and error messages. */
@NullMarked
package io.github.csscallback.cli.service;

import org.jspecify.annotations.NullMarked;
