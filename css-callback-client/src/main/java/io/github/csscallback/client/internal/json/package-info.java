/** JSON as the API speaks it: written as a stream, read into a small tree, with tolerance where the service needs it. */
package io.github.csscallback.client.internal.json;
