package dev.gantry.server.event;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the event log and wakes those who follow the feed. The latest events are held once, for all of them together;
 * a follower that is too slow for that looks the rest up in the log, so that it neither loses anything, nor slows the
 * others, nor costs memory. So does one that comes back, for what happened before: a read may have been deleted since.
 * Other nodes' commits to a shared database are found by looking now and then.
 */
public final class EventFeed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EventFeed.class);

    /** At 50 events a second a follower may lag 20 s before it must ask the log; about a kilobyte each. */
    private static final int RECENT = 1_024;

    /** Events that are taken from the log at once. */
    static final int BATCH = 256;

    /** How often the log is looked at without a signal: what other nodes commit appears within that time. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private static final Duration PAUSE_AFTER_FAULT = Duration.ofSeconds(1);

    /** Followers that ask the log at the same time: a thousand that come back must not keep the database from its work. */
    private static final int MOST_LOOKING_BACK = 4;

    private final EventLog log;
    private final CommitSignal commits;
    private final AtomicReferenceArray<@Nullable FeedEvent> recent = new AtomicReferenceArray<>(RECENT);
    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();
    private final Semaphore lookingBack = new Semaphore(MOST_LOOKING_BACK, true);
    private final Thread thread;
    private volatile long newest;
    private volatile boolean closed;

    /**
     * Starts with what is committed from now on.
     *
     * @throws dev.gantry.server.history.HistoryException when the log cannot be read
     */
    public EventFeed(EventLog log, CommitSignal commits) {
        this.log = log;
        this.commits = commits;
        this.newest = log.newest();
        this.thread = Thread.ofPlatform().name("event-feed").daemon().start(this::run);
    }

    /**
     * Follows from a place on.
     *
     * @param after number of the last event that is not wanted; any beyond the newest stands for the newest
     */
    public Follower follow(long after) {
        long begun = newest;
        var follower = new Follower(this, Math.clamp(after, 0, begun), begun);
        followers.add(follower);
        if (closed) {
            follower.wake();
        }
        return follower;
    }

    /** Number of the newest event that the feed knows. */
    public long newest() {
        return newest;
    }

    /** Whether the feed has ended: its followers get nothing more. */
    public boolean isClosed() {
        return closed;
    }

    void leave(Follower follower) {
        followers.remove(follower);
    }

    /** The event of that number; null when it is no longer, or not yet, among the latest. */
    @Nullable
    FeedEvent recent(long sequence) {
        FeedEvent event = recent.get((int) (sequence % RECENT));
        return event != null && event.sequence() == sequence ? event : null;
    }

    /**
     * Events after the given number from the log itself.
     *
     * @param until number of the last one that the feed knows: what the log has beyond it will come, and only then
     */
    List<FeedEvent> lookBack(long after, long until) throws InterruptedException {
        lookingBack.acquire();
        try {
            return log.after(after, BATCH).stream()
                    .takeWhile(event -> event.sequence() <= until)
                    .map(FeedEvent::of)
                    .toList();
        } finally {
            lookingBack.release();
        }
    }

    private void run() {
        boolean faulty = false;
        while (!closed) {
            try {
                advance();
                if (faulty) {
                    LOG.info("The event log can be read again");
                    faulty = false;
                }
                commits.await(LOOK_AGAIN);
            } catch (InterruptedException _) { // closed
            } catch (RuntimeException | OutOfMemoryError e) {
                // Whatever it was, the thread goes on: without it nobody would hear of anything any more.
                if (!faulty) {
                    LOG.error("The event log cannot be read; events are told of when it can", e);
                    faulty = true;
                }
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE_AFTER_FAULT);
        } catch (InterruptedException _) { // closed
        }
    }

    /** Takes over all that is new. */
    private void advance() {
        List<Event> events;
        do {
            events = log.after(newest, BATCH);
            for (Event event : events) {
                recent.set((int) (event.sequence() % RECENT), FeedEvent.of(event));
                newest = event.sequence();
            }
            if (!events.isEmpty()) {
                followers.forEach(Follower::wake);
            }
        } while (events.size() == BATCH);
    }

    /** Wakes all followers for the last time. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        followers.forEach(Follower::wake);
    }
}
