package dev.gantry.server.review;

/** Which reads a person is asked about first. */
public enum QueueOrder {
    /** Those whose text is least ahead of the next one: there a look changes most. */
    DOUBTFUL,
    /** Drawn at random, so that the share of right ones says something of all reads. */
    RANDOM
}
