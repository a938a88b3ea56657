package dev.gantry.server.event.redis;

import dev.gantry.server.event.CommitSignal;
import dev.gantry.server.event.EventFeed;
import dev.gantry.server.event.EventLog;
import java.util.UUID;

/** Joins this node's events with those of other nodes by way of Redis, for as long as it is open. */
public final class RedisLink implements AutoCloseable {

    private final RedisPublisher publisher;
    private final RedisWorker publishing;
    private final RedisWorker listening;

    /** Returns at once, whether Redis is there or not. */
    public RedisLink(RedisOptions options, EventLog log, EventFeed feed, CommitSignal commits) {
        String node = UUID.randomUUID().toString();
        publisher = new RedisPublisher(log, feed, node, options.streamLength());
        var listener = new RedisListener(log, feed, commits, node);
        publishing = new RedisWorker("redis-publisher", options.url(), publisher::publish);
        listening = new RedisWorker("redis-listener", options.url(), listener::listen);
    }

    /** Whether Redis answers. */
    public boolean isUp() {
        return publishing.isUp() && listening.isUp();
    }

    /** Events that are still to be published. */
    public long waiting() {
        return publisher.waiting();
    }

    /** Ends; what is not published yet is published after the next start. The feed has to be closed before. */
    @Override
    public void close() {
        Thread other = Thread.startVirtualThread(listening::close); // each may wait for Redis as long as the other
        publishing.close();
        try {
            other.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
