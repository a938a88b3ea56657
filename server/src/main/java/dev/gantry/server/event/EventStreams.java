package dev.gantry.server.event;

import dev.gantry.server.history.HistoryException;
import dev.gantry.server.http.EventStreamResponse;
import dev.gantry.server.http.RequestException;
import dev.gantry.server.json.ErrorCode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells clients of events for as long as they listen, each in the thread of its request. */
public final class EventStreams {

    /** Proxies and browsers give up on connections that are silent for much longer. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** How soon it is noticed that a client has hung up. */
    private static final Duration LOOK_AROUND = Duration.ofSeconds(1);

    private final EventFeed feed;
    private final int mostSubscribers;
    private final AtomicInteger subscribers = new AtomicInteger();
    private final AtomicLong sent = new AtomicLong();

    /** @param mostSubscribers clients that may listen at the same time; more are told to come back later */
    public EventStreams(EventFeed feed, int mostSubscribers) {
        this.feed = feed;
        this.mostSubscribers = mostSubscribers;
    }

    /** Clients that listen at the moment. */
    public int subscribers() {
        return subscribers.get();
    }

    /** Events that were written to clients so far. */
    public long sent() {
        return sent.get();
    }

    /**
     * The last events up to now, oldest first.
     *
     * @throws HistoryException when the log cannot be read
     */
    public List<FeedEvent> latest(int count) throws InterruptedException {
        var events = new ArrayList<FeedEvent>();
        try (Follower follower = feed.follow(feed.newest() - count)) {
            long until = feed.newest();
            while (follower.last() < until && !feed.isClosed()) {
                List<FeedEvent> next = follower.next(Duration.ZERO);
                if (next.isEmpty() && follower.last() < until && !feed.isClosed()) {
                    throw new HistoryException("The event log cannot be read", new IllegalStateException());
                }
                events.addAll(next);
            }
        }
        return events;
    }

    /**
     * Serves one client until it hangs up, stalls for too long, or the server ends.
     *
     * @param after number of the last event that it has; null for the newest
     * @param opening what is sent before all events, as frames
     * @param framing an event as a frame; empty when this client is not to be told of it
     * @throws RequestException when too many clients listen already
     */
    public void serve(
            EventStreamResponse client, @Nullable Long after, String opening, Function<FeedEvent, String> framing)
            throws InterruptedException {
        if (subscribers.incrementAndGet() > mostSubscribers || feed.isClosed()) {
            subscribers.decrementAndGet();
            throw new RequestException(ErrorCode.OVERLOADED, "Too many clients listen already; try again later.");
        }
        try (Follower follower = feed.follow(after == null ? feed.newest() : after)) {
            client.start(SseFrame.CONNECTED + opening);
            if (!client.isOver()) {
                tell(client, follower, framing);
            }
        } catch (IOException _) { // it hung up, or took nothing for longer than the connection may be idle
        } finally {
            subscribers.decrementAndGet();
        }
    }

    private void tell(EventStreamResponse client, Follower follower, Function<FeedEvent, String> framing)
            throws IOException, InterruptedException {
        long lastSent = System.nanoTime();
        while (!feed.isClosed()) {
            long before = follower.last();
            List<FeedEvent> events = follower.next(LOOK_AROUND);
            long expected = before + events.size();
            String remark = follower.last() > expected ? SseFrame.missing(follower.last() - expected) : "";
            String frames = remark + frames(events, framing);
            if (frames.isEmpty() && System.nanoTime() - lastSent >= HEARTBEAT.toNanos()) {
                frames = SseFrame.HEARTBEAT;
            }
            if (!frames.isEmpty()) {
                client.send(frames);
                lastSent = System.nanoTime();
            } else if (events.isEmpty() && client.isOver()) {
                return;
            }
        }
    }

    private String frames(List<FeedEvent> events, Function<FeedEvent, String> framing) {
        var frames = new StringBuilder();
        for (FeedEvent event : events) {
            String frame = framing.apply(event);
            if (!frame.isEmpty()) {
                frames.append(frame);
                sent.incrementAndGet();
            }
        }
        return frames.toString();
    }
}
