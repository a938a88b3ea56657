package dev.gantry.rendering;

/**
 * A part of a plate's inscription: a run of characters, or the mark between two runs.
 *
 * @param mark {@link #RUN} for characters, else the separator's sign in {@link TextPattern}
 * @param text the characters of a run; empty for a mark
 */
record Piece(char mark, String text) {
    static final char RUN = 'T';

    boolean isRun() {
        return mark == RUN;
    }
}
