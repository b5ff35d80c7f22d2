/** The delivery records that CSS keeps of its callbacks, available at the Chinese site. */
package io.github.csscallback.client.records;
