/** The JSON of the API, read and written with jackson-databind and lenient where the service requires it. */
package io.github.csscallback.client.internal.json;
