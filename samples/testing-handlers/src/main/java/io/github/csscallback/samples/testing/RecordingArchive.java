package io.github.csscallback.samples.testing;

import java.io.IOException;

/** Stores recordings, for example in a database. */
interface RecordingArchive {

    /**
     * Stores the address of a file.
     *
     * @throws IOException if it could not be stored; CSS then retries the event
     */
    void keep(String room, String url) throws IOException;
}
