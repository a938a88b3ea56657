package dev.gantry.server.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.gantry.server.history.HistoryException;
import dev.gantry.server.json.Json;
import dev.gantry.server.json.ReadJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** An event log in memory that a test can spoil. */
public final class MemoryLog implements EventLog {

    private final CommitSignal commits;
    private final List<Event> events = new ArrayList<>();
    private final Set<String> uids = new HashSet<>();
    private final Map<String, Long> cursors = new HashMap<>();
    private long newest;
    private boolean broken;

    public MemoryLog(CommitSignal commits) {
        this.commits = commits;
    }

    /** A read of this node. @return its uid */
    public synchronized String read(String plate) {
        String uid = "uid-" + plate + "-" + (newest + 1);
        appendRead(uid, newest + 1, plate);
        return uid;
    }

    private void appendRead(String uid, long id, String plate) {
        var read = new ReadJson(
                id,
                uid,
                "2026-01-02T03:04:05.678Z",
                plate,
                plate,
                0.9,
                null,
                null,
                null,
                List.of(),
                "gantry",
                null,
                "gate",
                null,
                null,
                false,
                null,
                null,
                null,
                null);
        try {
            append(uid, Event.READ, Json.mapper().writeValueAsString(read));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From now on every look fails, or none. */
    public synchronized void setBroken(boolean isBroken) {
        broken = isBroken;
    }

    /** Forgets the oldest events. */
    public synchronized void prune(int count) {
        events.subList(0, count).clear();
    }

    /** What the store does when a read is deleted: of its event remains only that there was one. */
    public synchronized void forget(long sequence) {
        events.replaceAll(event -> event.sequence() == sequence
                ? new Event(sequence, "forgotten-" + sequence, event.time(), "forgotten", "{}")
                : event);
    }

    @Override
    public synchronized List<Event> after(long sequence, int limit) {
        if (broken) {
            throw new HistoryException("The test wants it so", new IllegalStateException());
        }
        int from = (int) Math.max(0, sequence + 1 - oldest());
        return from >= events.size()
                ? List.of()
                : List.copyOf(events.subList(from, (int) Math.min(events.size(), (long) from + limit)));
    }

    @Override
    public synchronized long newest() {
        return newest;
    }

    @Override
    public synchronized long oldest() {
        return events.isEmpty() ? newest + 1 : events.getFirst().sequence();
    }

    @Override
    public synchronized boolean append(String uid, String type, String data) {
        if (!uids.add(uid)) {
            return false;
        }
        events.add(new Event(++newest, uid, Instant.EPOCH, type, data));
        commits.fire();
        return true;
    }

    @Override
    public synchronized OptionalLong cursor(String sink) {
        Long cursor = cursors.get(sink);
        return cursor == null ? OptionalLong.empty() : OptionalLong.of(cursor);
    }

    @Override
    public synchronized void moveCursor(String sink, long sequence) {
        cursors.put(sink, sequence);
    }
}
