package dev.gantry.server.event;

import dev.gantry.server.history.HistoryException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One who follows the feed at its own pace. To be used by one thread. */
public final class Follower implements AutoCloseable {

    private static final Duration PAUSE_AFTER_FAULT = Duration.ofSeconds(1);

    private final EventFeed feed;
    private final Semaphore news = new Semaphore(0);

    /** Up to here the log is asked, since a read may have been deleted before this one came; what comes later is told as it was. */
    private final long begun;

    private long last;

    /**
     * @param last number of the last event that is not wanted
     * @param begun number of the newest event when it began to follow
     */
    Follower(EventFeed feed, long last, long begun) {
        this.feed = feed;
        this.last = last;
        this.begun = begun;
    }

    /** Number of the last event that was given out, or passed over because the log no longer has it. */
    public long last() {
        return last;
    }

    /**
     * The events that follow those given before, oldest first, each once.
     *
     * @param longestWait for the first of them
     * @return empty when there was none in time, when the feed has ended, or when the log cannot be read now
     */
    public List<FeedEvent> next(Duration longestWait) throws InterruptedException {
        if (last >= feed.newest() && !feed.isClosed()) {
            news.tryAcquire(longestWait.toNanos(), TimeUnit.NANOSECONDS);
        }
        news.drainPermits();
        return feed.isClosed() ? List.of() : take();
    }

    private List<FeedEvent> take() throws InterruptedException {
        long newest = feed.newest();
        List<FeedEvent> events = last < begun ? List.of() : recent(newest);
        if (events.isEmpty() && last < newest) {
            try {
                events = feed.lookBack(last, newest);
            } catch (HistoryException _) { // the feed itself tells of it
                Thread.sleep(PAUSE_AFTER_FAULT);
                return List.of();
            }
        }
        last = events.isEmpty() ? newest : events.getLast().sequence();
        return events;
    }

    private List<FeedEvent> recent(long newest) {
        var events = new ArrayList<FeedEvent>();
        for (long sequence = last + 1; sequence <= newest && events.size() < EventFeed.BATCH; sequence++) {
            @Nullable FeedEvent event = feed.recent(sequence);
            if (event == null) {
                break;
            }
            events.add(event);
        }
        return events;
    }

    void wake() {
        news.release();
    }

    @Override
    public void close() {
        feed.leave(this);
    }
}
