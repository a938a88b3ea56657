package dev.gantry.server.store;

import dev.gantry.server.history.PlateRead;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place behind the last read of a page, as a text that clients hand back.
 *
 * @param plate the plate where a search for like plates stopped; empty in other searches
 */
record Cursor(long time, long id, String plate) {

    private static final Pattern TEXT = Pattern.compile("(-?\\d{1,18}):(\\d{1,18}):(.*)");

    static Cursor behind(PlateRead read, String plate) {
        return new Cursor(read.time().toEpochMilli(), read.id(), plate);
    }

    /** @throws IllegalArgumentException when it is none */
    static Cursor parse(String text) {
        var decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        Matcher parts = TEXT.matcher(decoded);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a cursor: " + text);
        }
        return new Cursor(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)), parts.group(3));
    }

    @Override
    public String toString() {
        String text = time + ":" + id + ":" + plate;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
