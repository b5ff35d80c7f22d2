/** What CSS says it delivered: its own records of callbacks, at the Chinese site. */
package io.github.csscallback.client.records;
