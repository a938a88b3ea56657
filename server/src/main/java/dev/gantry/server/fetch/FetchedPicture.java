package dev.gantry.server.fetch;

import dev.gantry.server.http.MemoryShare;
import dev.gantry.server.http.UploadMemory;
import dev.gantry.server.recognition.Sender;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A picture file's bytes that came from another server. Close it when the answer is known; the next picture may have its
 * memory once all workers that were given it have let go of it, too.
 */
public final class FetchedPicture implements AutoCloseable {

    private static final int CHUNK = 64 << 10;

    private final MemoryShare share;
    private byte[] bytes = new byte[0];
    private boolean open = true;

    FetchedPicture(UploadMemory memory) {
        this.share = new MemoryShare(memory);
    }

    /** @return false when there are more bytes than the limit */
    boolean read(InputStream in, long limit) throws IOException {
        var content = new ByteArrayOutputStream();
        while (content.size() <= limit) {
            byte[] chunk = in.readNBytes(CHUNK);
            if (chunk.length == 0) {
                bytes = content.toByteArray();
                return true;
            }
            share.take(chunk.length);
            content.writeBytes(chunk);
        }
        return false;
    }

    /** The content; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** Whoever asked for the picture, as the one who sent it. */
    public Sender sentFor(Sender asker) {
        return new Sender() {
            @Override
            public boolean hasHungUp() {
                return asker.hasHungUp();
            }

            @Override
            public boolean onlyTries() {
                return asker.onlyTries();
            }

            @Override
            public Runnable hold() {
                return share.hold();
            }
        };
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            bytes = new byte[0];
            share.letGo();
        }
    }
}
