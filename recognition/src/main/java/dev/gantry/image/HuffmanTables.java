package dev.gantry.image;

import java.io.ByteArrayOutputStream;
import javax.imageio.plugins.jpeg.JPEGHuffmanTable;

/**
 * The Huffman tables of ITU-T T.81, annex K.3. Frames of Motion JPEG, which many cameras send as snapshots, leave them out
 * since every decoder is expected to know them.
 */
final class HuffmanTables {

    private static final int START = 2; // behind the start-of-image marker
    private static final int DEFINE_TABLES = 0xc4;

    private HuffmanTables() {}

    /** The file with the tables put in front of everything else. */
    static byte[] addedTo(byte[] jpeg) {
        var tables = new ByteArrayOutputStream();
        add(0x00, JPEGHuffmanTable.StdDCLuminance, tables);
        add(0x10, JPEGHuffmanTable.StdACLuminance, tables);
        add(0x01, JPEGHuffmanTable.StdDCChrominance, tables);
        add(0x11, JPEGHuffmanTable.StdACChrominance, tables);
        int length = tables.size() + 2;
        var file = new ByteArrayOutputStream(jpeg.length + length + 2);
        file.write(jpeg, 0, START);
        file.write(0xff);
        file.write(DEFINE_TABLES);
        file.write(length >> 8);
        file.write(length);
        file.writeBytes(tables.toByteArray());
        file.write(jpeg, START, jpeg.length - START);
        return file.toByteArray();
    }

    /** @param place class (0 for DC, 1 for AC) and number of the table, four bits each */
    private static void add(int place, JPEGHuffmanTable table, ByteArrayOutputStream target) {
        target.write(place);
        for (short count : table.getLengths()) {
            target.write(count);
        }
        for (short value : table.getValues()) {
            target.write(value);
        }
    }
}
