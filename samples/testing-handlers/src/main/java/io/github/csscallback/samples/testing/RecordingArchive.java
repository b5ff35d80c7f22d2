package io.github.csscallback.samples.testing;

import java.io.IOException;

/** Where recordings are kept; in your application a database, say. */
interface RecordingArchive {

    /**
     * Keeps the address of a file.
     *
     * @throws IOException if it is not kept; CSS then sends the event again
     */
    void keep(String room, String url) throws IOException;
}
