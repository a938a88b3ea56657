package dev.gantry.server.event.redis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.server.event.EventFeed;
import dev.gantry.server.event.EventLog;
import dev.gantry.server.event.FeedEvent;
import dev.gantry.server.event.Follower;
import dev.gantry.server.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import redis.clients.jedis.Jedis;

/** Publishes the reads of this node, each once, in the order of the log. */
final class RedisPublisher {

    private static final String SINK = "redis";

    /** All of it or nothing, and only for a read that is new to Redis: a node that is not sure may publish again. */
    private static final String PUBLISH = """
            local now = redis.call('TIME')
            if redis.call('ZADD', KEYS[2], 'NX', now[1] * 1000000 + now[2], ARGV[2]) == 0 then return 0 end
            redis.call('ZREMRANGEBYRANK', KEYS[2], 0, -1 - ARGV[1])
            redis.call('XADD', KEYS[1], 'MAXLEN', '~', ARGV[1], '*',
                '%s', ARGV[2], '%s', ARGV[3], '%s', ARGV[4], '%s', ARGV[5])
            redis.call('PUBLISH', '%s', ARGV[4])
            redis.call('PUBLISH', '%s', ARGV[5])
            return 1""".formatted(
            RedisNames.UID, RedisNames.NODE, RedisNames.TEXT, RedisNames.READ, RedisNames.PLATES, RedisNames.READS);

    private static final Duration LOOK_AROUND = Duration.ofSeconds(1);

    /** What was published since is published again after a crash, and ignored by Redis. */
    private static final Duration BETWEEN_MARKS = Duration.ofSeconds(1);

    private static final JsonMapper JSON = Json.mapper();

    private final EventLog log;
    private final EventFeed feed;
    private final String node;
    private final String streamLength;
    private volatile long published;

    RedisPublisher(EventLog log, EventFeed feed, String node, int streamLength) {
        this.log = log;
        this.feed = feed;
        this.node = node;
        this.streamLength = String.valueOf(streamLength);
        this.published = start();
    }

    /** Whoever turns Redis on wants to hear of what is read from now on. */
    private long start() {
        OptionalLong marked = log.cursor(SINK);
        if (marked.isPresent()) {
            return marked.getAsLong();
        }
        long newest = log.newest();
        log.moveCursor(SINK, newest);
        return newest;
    }

    long waiting() {
        return Math.max(0, feed.newest() - published);
    }

    void publish(Jedis redis) throws InterruptedException {
        long marked = published;
        long markedAt = System.nanoTime();
        try (Follower follower = feed.follow(published)) {
            while (!feed.isClosed()) {
                for (FeedEvent event : follower.next(LOOK_AROUND)) {
                    publish(redis, event);
                    published = event.sequence();
                }
                published = follower.last();
                if (published > marked && System.nanoTime() - markedAt >= BETWEEN_MARKS.toNanos()) {
                    log.moveCursor(SINK, published);
                    marked = published;
                    markedAt = System.nanoTime();
                }
            }
        } finally {
            log.moveCursor(SINK, published);
        }
    }

    /** A read without a number here was adopted from another node, which has published it. */
    private void publish(Jedis redis, FeedEvent event) {
        if (event.read() != null && event.read().id() > 0) {
            redis.eval(
                    PUBLISH,
                    List.of(RedisNames.STREAM, RedisNames.PUBLISHED),
                    List.of(
                            streamLength,
                            event.event().uid(),
                            node,
                            event.read().text(),
                            withoutPlace(event.event().data())));
        }
    }

    /** The read as other nodes may tell of it: its number and files are known here alone. */
    private static String withoutPlace(String read) {
        try {
            var json = (ObjectNode) JSON.readTree(read);
            return JSON.writeValueAsString(json.putNull("id").putNull("strip").putNull("picture"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // it was parsed before
        }
    }
}
