package dev.gantry.image;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a JPEG file says about itself before a pixel is decoded (ITU-T T.81, annex B).
 *
 * @param components colour components, 0 when the file holds no picture
 * @param ordinary 8 bits for each component and Huffman coding, baseline or progressive
 * @param plain as cameras write it: ordinary, one scan, grey or YCbCr beyond doubt
 * @param tables whether it brings Huffman tables
 * @param scans how often the decoder must go over the picture
 * @param complete false when a progressive file lacks its end marker: nobody can tell which scans are missing
 * @param exif the body of the Exif segment, null when there is none
 */
record JpegHeader(
        int width,
        int height,
        int components,
        boolean ordinary,
        boolean plain,
        boolean tables,
        int scans,
        boolean complete,
        byte @Nullable [] exif) {

    private static final int DEFINE_HUFFMAN_TABLES = 0xc4;
    private static final int START_OF_SCAN = 0xda;
    private static final int END_OF_IMAGE = 0xd9;
    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int APP14 = 0xee;
    private static final int PROGRESSIVE_FRAME = 0xc2;
    private static final byte[] JFIF = "JFIF\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    /** Walks over all segments; the coded data between them is only skipped. */
    static JpegHeader of(byte[] file) {
        var walk = new Walk(file);
        walk.run();
        boolean complete = walk.ended || !walk.progressive;
        boolean plain = walk.ordinary && !walk.progressive && walk.scans == 1 && walk.hasUsualColors();
        return new JpegHeader(
                walk.width,
                walk.height,
                walk.components,
                walk.ordinary,
                plain,
                walk.tables,
                walk.scans,
                complete,
                walk.exif);
    }

    private static final class Walk {
        private final byte[] file;
        private int at = 2; // after the start-of-image marker
        int width;
        int height;
        int components;
        private boolean numbered;
        private boolean jfif;
        private boolean adobe;
        boolean ordinary;
        boolean progressive;
        boolean tables;
        int scans;
        boolean ended;
        byte @Nullable [] exif;

        Walk(byte[] file) {
            this.file = file;
        }

        void run() {
            int marker = nextMarker();
            while (marker != END_OF_IMAGE && at + 2 <= file.length) {
                int length = Math.max(2, unsigned(at, 2));
                segment(marker, at + 2, Math.min(file.length, at + length));
                at += length;
                marker = nextMarker();
            }
        }

        /** The next marker that has a body, or the end; stuffed zeros, restarts and strays are skipped. */
        private int nextMarker() {
            while (at + 1 < file.length) {
                int code = file[at + 1] & 0xff;
                boolean marker = file[at] == (byte) 0xff && code > 0x01 && code < 0xff && (code < 0xd0 || code > 0xd8);
                at += marker ? 2 : 1;
                if (marker) {
                    ended = code == END_OF_IMAGE;
                    return code;
                }
            }
            return END_OF_IMAGE;
        }

        private void segment(int marker, int from, int to) {
            boolean frame = marker >= 0xc0
                    && marker <= 0xcf
                    && marker != DEFINE_HUFFMAN_TABLES
                    && marker != 0xc8
                    && marker != 0xcc;
            if (frame && components == 0 && to - from >= 6) {
                ordinary = marker <= PROGRESSIVE_FRAME && file[from] == 8;
                progressive = marker == PROGRESSIVE_FRAME;
                height = unsigned(from + 1, 2);
                width = unsigned(from + 3, 2);
                components = unsigned(from + 5, 1);
                numbered = components == 3 && isNumbered(from + 6, to);
            } else if (marker == START_OF_SCAN) {
                scans++;
            } else if (marker == DEFINE_HUFFMAN_TABLES) {
                tables = true;
            } else if (marker == APP0) {
                jfif |= starts(from, to, JFIF);
            } else if (marker == APP14) {
                adobe = true;
            } else if (marker == APP1 && exif == null && starts(from, to, EXIF)) {
                exif = Arrays.copyOfRange(file, from + EXIF.length, to);
            }
        }

        private boolean starts(int from, int to, byte[] magic) {
            return to - from > magic.length && Arrays.equals(file, from, from + magic.length, magic, 0, magic.length);
        }

        /** Whether the three components of a frame have the numbers 1, 2 and 3, which JFIF and Exif ask for. */
        private boolean isNumbered(int from, int to) {
            int size = 3;
            return to - from >= components * size
                    && file[from] == 1
                    && file[from + size] == 2
                    && file[from + 2 * size] == 3;
        }

        /** Where neither JFIF nor Exif says what the components are, decoders guess, and not all alike. */
        boolean hasUsualColors() {
            return !adobe && (components == 1 || (numbered && (jfif || exif != null)));
        }

        private int unsigned(int from, int count) {
            int value = 0;
            for (int i = from; i < from + count; i++) {
                value = value << 8 | file[i] & 0xff;
            }
            return value;
        }
    }
}
