package dev.gantry.server.web.system;

import java.util.List;
import java.util.Locale;

/** Sizes as people read them. */
final class Bytes {

    private static final List<String> UNITS = List.of("kB", "MB", "GB", "TB");

    private static final double STEP = 1_000;

    private Bytes() {}

    /** 12345678 as "12.3 MB". */
    static String of(long bytes) {
        double size = bytes / STEP;
        int unit = 0;
        while (size >= STEP && unit < UNITS.size() - 1) {
            size /= STEP;
            unit++;
        }
        return String.format(Locale.ROOT, size < 100 ? "%.1f\u00a0%s" : "%.0f\u00a0%s", size, UNITS.get(unit));
    }
}
