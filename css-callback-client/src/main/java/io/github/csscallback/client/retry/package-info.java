/** How often and how long a call is tried again, and who is told. */
package io.github.csscallback.client.retry;
