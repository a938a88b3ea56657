package dev.gantry.server.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Part of an answer.
 *
 * @param reads newest first; likest first when like plates were asked for
 * @param next asks for what follows; null when nothing does
 */
public record ReadPage(List<PlateRead> reads, @Nullable String next) {

    public ReadPage {
        reads = List.copyOf(reads);
    }
}
