package dev.gantry.server.statistics;

/** Counts reads. Safe for use by many threads. Every method may throw {@link dev.gantry.server.history.HistoryException}. */
public interface Statistics {

    Report report(Period period);
}
