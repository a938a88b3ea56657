package dev.gantry.server.history;

import org.jspecify.annotations.Nullable;

/**
 * Where a read came from.
 *
 * @param dialect name of the interface that it came in by, such as {@code gantry} or {@code codeproject}
 * @param client address of the sender; null when there is none
 * @param camera what the sender calls the camera; null when it names none
 */
public record Source(
        String dialect, @Nullable String client, @Nullable String camera) {}
