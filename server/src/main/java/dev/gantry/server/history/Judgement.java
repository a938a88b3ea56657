package dev.gantry.server.history;

import org.jspecify.annotations.Nullable;

/**
 * What holds of a read since a person has looked at it.
 *
 * @param verdict never {@link Verdict#UNDONE}
 * @param text what the plate says, when it was corrected; null otherwise
 */
public record Judgement(Verdict verdict, @Nullable String text) {}
