package dev.gantry.server.cli;

/**
 * Which of the streams a person is looking at. Java cannot tell it for each stream; the launcher can, and passes it on.
 *
 * @param out whether standard output is a terminal
 * @param err whether standard error is a terminal
 */
public record Terminal(boolean out, boolean err) {

    /** As the launcher's {@code -Dgantry.terminal.out=true} and {@code -Dgantry.terminal.err=true} say. */
    public static Terminal ofProcess() {
        return new Terminal(Boolean.getBoolean("gantry.terminal.out"), Boolean.getBoolean("gantry.terminal.err"));
    }
}
