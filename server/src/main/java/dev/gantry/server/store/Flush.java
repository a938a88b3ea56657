package dev.gantry.server.store;

/** When what was stored is forced to the disk. Only a power cut can tell the difference: a killed process loses nothing. */
public enum Flush {

    /** Once a second, for all that was stored meanwhile. */
    SECOND,

    /** Before anybody is told that it is stored: each read waits for the disk. */
    COMMIT
}
