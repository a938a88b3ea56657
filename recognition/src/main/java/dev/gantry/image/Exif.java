package dev.gantry.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Finds a picture's orientation in its Exif block (CIPA DC-008, a TIFF structure) and nothing else. Libraries that read all
 * of Exif keep a copy of each value, and thousands of entries may point at the same megabytes; this looks at one tag only.
 */
final class Exif {

    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int ENTRY = 12;
    private static final byte[] PREFIX = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    private Exif() {}

    /** The orientation of a PNG, WebP or TIFF file; upright when it says nothing sensible. */
    static Orientation orientation(byte[] file, ImageFormat format) {
        return switch (format) {
            case PNG -> inChunk(Chunks.ofPng(file), "eXIf");
            case WEBP -> inChunk(Chunks.ofRiff(file), "EXIF");
            case TIFF -> orientation(ByteBuffer.wrap(file));
            case JPEG -> orientation(JpegHeader.of(file).exif());
            case GIF, BMP -> Orientation.UPRIGHT;
        };
    }

    /** The orientation in the body of a JPEG file's Exif segment. */
    static Orientation orientation(byte @Nullable [] block) {
        return block == null ? Orientation.UPRIGHT : orientation(ByteBuffer.wrap(block));
    }

    private static Orientation inChunk(Iterable<Chunks.Chunk> chunks, String type) {
        for (Chunks.Chunk chunk : chunks) {
            if (chunk.type().equals(type)) {
                ByteBuffer body = chunk.body();
                boolean prefixed = body.limit() > PREFIX.length
                        && body.slice(0, PREFIX.length).equals(ByteBuffer.wrap(PREFIX));
                return orientation(prefixed ? body.slice(PREFIX.length, body.limit() - PREFIX.length) : body);
            }
        }
        return Orientation.UPRIGHT;
    }

    private static Orientation orientation(ByteBuffer tiff) {
        if (tiff.limit() < 8) {
            return Orientation.UPRIGHT;
        }
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long directory = tiff.getInt(4) & 0xffffffffL;
        if (directory + 2 > tiff.limit()) {
            return Orientation.UPRIGHT;
        }
        int entries = tiff.getShort((int) directory) & 0xffff;
        for (int i = 0; i < entries; i++) {
            long at = directory + 2 + (long) i * ENTRY;
            if (at + ENTRY > tiff.limit()) {
                return Orientation.UPRIGHT;
            }
            if ((tiff.getShort((int) at) & 0xffff) == ORIENTATION) {
                int value = (int) at + 8;
                return switch (tiff.getShort((int) at + 2)) {
                    case SHORT -> Orientation.ofExif(tiff.getShort(value));
                    case LONG -> Orientation.ofExif(tiff.getInt(value));
                    default -> Orientation.UPRIGHT; // no other type is allowed
                };
            }
        }
        return Orientation.UPRIGHT;
    }
}
