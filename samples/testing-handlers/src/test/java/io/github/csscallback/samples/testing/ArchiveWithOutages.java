package io.github.csscallback.samples.testing;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An archive for tests that can be down. */
final class ArchiveWithOutages implements RecordingArchive {

    private final List<String> kept = new CopyOnWriteArrayList<>();
    private volatile boolean down;

    void goDown() {
        down = true;
    }

    void comeBack() {
        down = false;
    }

    List<String> kept() {
        return kept;
    }

    @Override
    public void keep(String room, String url) throws IOException {
        if (down) {
            throw new IOException("the archive is down");
        }
        kept.add(room + " " + url);
    }
}
