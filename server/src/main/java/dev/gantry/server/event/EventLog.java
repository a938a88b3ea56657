package dev.gantry.server.event;

import java.util.List;
import java.util.OptionalLong;

/** The log of all events, kept by the store. Safe for use by many threads. */
public interface EventLog {

    /** Events that follow the given number, oldest first. */
    List<Event> after(long sequence, int limit);

    /** Number of the newest event, 0 when there is none. */
    long newest();

    /** Number of the oldest event that is still kept; {@code newest() + 1} when there is none. */
    long oldest();

    /**
     * Adds an event that belongs to no read, or one that another node told of.
     *
     * @return whether it is new
     */
    boolean append(String uid, String type, String data);

    /** How far a sink has come; empty when it is new. */
    OptionalLong cursor(String sink);

    void moveCursor(String sink, long sequence);
}
