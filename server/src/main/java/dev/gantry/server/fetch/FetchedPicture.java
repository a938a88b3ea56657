package dev.gantry.server.fetch;

import dev.gantry.server.http.UploadMemory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** A picture file's bytes that came from another server. Close it when the answer is known. */
public final class FetchedPicture implements AutoCloseable {

    private static final int CHUNK = 64 << 10;

    private final UploadMemory memory;
    private long taken;
    private byte[] bytes = new byte[0];

    FetchedPicture(UploadMemory memory) {
        this.memory = memory;
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
            memory.take(chunk.length);
            taken += chunk.length;
            content.writeBytes(chunk);
        }
        return false;
    }

    /** The content; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public void close() {
        memory.giveBack(taken);
        taken = 0;
        bytes = new byte[0];
    }
}
