package dev.gantry.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What a WebP file promises (RFC 9649).
 *
 * @param pixels the largest of its canvas and its frames, so that a small canvas cannot hide a huge frame
 * @param complete whether the file is as long as its header says
 */
record WebpHeader(long pixels, boolean complete) {

    private static final int FRAME_HEADER = 16;
    private static final int BITS_14 = 0x3fff;
    private static final int RIFF_HEADER = 8;

    static WebpHeader of(byte[] file) {
        var bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        long promised = (bytes.getInt(4) & 0xffffffffL) + RIFF_HEADER;
        return new WebpHeader(largest(bytes, RIFF_HEADER + 4), file.length >= promised);
    }

    private static long largest(ByteBuffer bytes, int start) {
        long largest = 0;
        for (Chunks.Chunk chunk : Chunks.ofRiff(bytes, start)) {
            largest = Math.max(largest, pixels(chunk));
        }
        return largest;
    }

    private static long pixels(Chunks.Chunk chunk) {
        ByteBuffer body = chunk.body();
        return switch (chunk.type()) {
            case "VP8X" -> body.limit() < 10 ? 0 : (bits24(body, 4) + 1) * (bits24(body, 7) + 1);
            case "VP8 " -> body.limit() < 10 ? 0 : (long) (body.getShort(6) & BITS_14) * (body.getShort(8) & BITS_14);
            case "VP8L" ->
                body.limit() < 5 ? 0 : ((body.getInt(1) & BITS_14) + 1L) * ((body.getInt(1) >> 14 & BITS_14) + 1L);
            case "ANMF" ->
                body.limit() < FRAME_HEADER
                        ? 0
                        : Math.max((bits24(body, 6) + 1) * (bits24(body, 9) + 1), largest(body, FRAME_HEADER));
            default -> 0; // other chunks hold no pixels
        };
    }

    private static long bits24(ByteBuffer bytes, int at) {
        return bytes.get(at) & 0xff | (bytes.get(at + 1) & 0xff) << 8 | (bytes.get(at + 2) & 0xff) << 16;
    }
}
