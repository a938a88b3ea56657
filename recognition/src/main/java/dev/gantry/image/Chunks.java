package dev.gantry.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The tagged blocks of PNG and RIFF files, found without unpacking any of them. */
final class Chunks {

    private static final int HEADER = 8;
    private static final int PNG_CHECKSUM = 4;
    private static final int RIFF_START = 12;

    private Chunks() {}

    /** One block; its body is a view into the file, cut at the file's end. */
    record Chunk(String type, ByteBuffer body) {}

    static List<Chunk> ofPng(byte[] file) {
        var chunks = new ArrayList<Chunk>();
        var bytes = ByteBuffer.wrap(file);
        long at = HEADER;
        while (at + HEADER <= file.length) {
            long length = bytes.getInt((int) at) & 0xffffffffL;
            chunks.add(chunk(bytes, (int) at + 4, at + HEADER, length));
            at += HEADER + length + PNG_CHECKSUM;
        }
        return chunks;
    }

    static List<Chunk> ofRiff(byte[] file) {
        return ofRiff(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN), RIFF_START);
    }

    /** The blocks inside a little-endian block, from an offset on. */
    static List<Chunk> ofRiff(ByteBuffer bytes, int start) {
        var chunks = new ArrayList<Chunk>();
        long at = start;
        while (at + HEADER <= bytes.limit()) {
            long length = bytes.getInt((int) at + 4) & 0xffffffffL;
            chunks.add(chunk(bytes, (int) at, at + HEADER, length));
            at += HEADER + length + (length & 1);
        }
        return chunks;
    }

    private static Chunk chunk(ByteBuffer bytes, int typeAt, long from, long length) {
        var type = new byte[4];
        bytes.get(typeAt, type);
        int available = (int) Math.min(length, bytes.limit() - from);
        ByteBuffer body = bytes.slice((int) from, available).order(bytes.order());
        return new Chunk(new String(type, StandardCharsets.ISO_8859_1), body);
    }
}
