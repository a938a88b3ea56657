package dev.gantry.image;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The formats that are read, told apart by a file's first bytes. */
public enum ImageFormat {
    JPEG("image/jpeg"),
    PNG("image/png"),
    GIF("image/gif"),
    BMP("image/bmp"),
    TIFF("image/tiff"),
    WEBP("image/webp");

    private static final int WEBP_AT = 8;

    private final String mediaType;

    ImageFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** As HTTP names it. */
    public String mediaType() {
        return mediaType;
    }

    /** The format of a file, null when it is none of these. */
    public static @Nullable ImageFormat of(byte[] file) {
        if (starts(file, 0, new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff})) {
            return JPEG;
        } else if (starts(file, 0, new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'})) {
            return PNG;
        } else if (starts(file, "GIF87a") || starts(file, "GIF89a")) {
            return GIF;
        } else if (starts(file, "BM")) {
            return BMP;
        } else if (starts(file, "II*\0") || starts(file, "MM\0*")) {
            return TIFF;
        } else if (starts(file, "RIFF") && starts(file, WEBP_AT, "WEBP".getBytes(StandardCharsets.US_ASCII))) {
            return WEBP;
        }
        return null;
    }

    private static boolean starts(byte[] file, String magic) {
        return starts(file, 0, magic.getBytes(StandardCharsets.US_ASCII));
    }

    private static boolean starts(byte[] file, int at, byte[] magic) {
        return file.length >= at + magic.length && Arrays.equals(file, at, at + magic.length, magic, 0, magic.length);
    }
}
