package dev.gantry.server.cli;

/** Writes outcomes one after the other in some format. */
@FunctionalInterface
interface OutcomeWriter {
    void write(Outcome outcome);
}
