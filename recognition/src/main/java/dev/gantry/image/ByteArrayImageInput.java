package dev.gantry.image;

import javax.imageio.stream.ImageInputStreamImpl;

/**
 * Lets ImageIO read from memory without a cache, a copy or a temporary file. It knows its length, which lets readers refuse
 * counts that the file cannot hold, and it ends readers that go on and on behind the end: the WebP reader would fill
 * millions of pixels with an exception for each bit.
 */
final class ByteArrayImageInput extends ImageInputStreamImpl {

    /** Patience with readers that look a little beyond the end, as many may. */
    private static final int MOST_READS_BEYOND = 1000;

    private final byte[] bytes;
    private int readsBeyond;

    ByteArrayImageInput(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() {
        bitOffset = 0;
        return streamPos < bytes.length ? bytes[(int) streamPos++] & 0xff : end();
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        bitOffset = 0;
        if (length == 0) {
            return 0;
        }
        if (streamPos >= bytes.length) {
            return end();
        }
        int count = (int) Math.min(length, bytes.length - streamPos);
        System.arraycopy(bytes, (int) streamPos, target, offset, count);
        streamPos += count;
        return count;
    }

    private int end() {
        if (++readsBeyond > MOST_READS_BEYOND) {
            throw new IllegalStateException("it is cut short"); // unchecked, for that reader swallows IOException
        }
        return -1;
    }

    @Override
    public long length() {
        return bytes.length;
    }
}
