/** JSON as the API speaks it: written as a stream, read into small tables, with tolerance where the service needs it. */
package io.github.csscallback.client.internal.json;
