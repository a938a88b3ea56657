package dev.gantry.server.http;

import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;

/** A picture file as text: base64, plain or for addresses, with or without "data:image/jpeg;base64," before it. */
public final class Base64Text {

    private static final Pattern WHITESPACE = Pattern.compile("\\s+");

    private static final String DATA = "data:";

    private Base64Text() {}

    /**
     * @throws IllegalArgumentException when it is no proper base64
     */
    public static byte[] decode(String text) {
        String base64 = text.strip();
        if (base64.regionMatches(true, 0, DATA, 0, DATA.length())) {
            int comma = base64.indexOf(',');
            if (comma < 0
                    || !base64.substring(0, comma).toLowerCase(Locale.ROOT).endsWith(";base64")) {
                throw new IllegalArgumentException("not a base64 data URI");
            }
            base64 = base64.substring(comma + 1);
        }
        base64 = WHITESPACE.matcher(base64).replaceAll("");
        boolean urlSafe = base64.indexOf('-') >= 0 || base64.indexOf('_') >= 0;
        return (urlSafe ? Base64.getUrlDecoder() : Base64.getDecoder()).decode(base64);
    }

    /** Whole base64 of this many bytes, in characters. */
    public static long lengthOf(long bytes) {
        return (bytes + 2) / 3 * 4;
    }
}
