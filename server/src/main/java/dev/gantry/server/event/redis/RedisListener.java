package dev.gantry.server.event.redis;

import dev.gantry.server.event.CommitSignal;
import dev.gantry.server.event.Event;
import dev.gantry.server.event.EventFeed;
import dev.gantry.server.event.EventLog;
import dev.gantry.server.event.FeedEvent;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XReadParams;
import redis.clients.jedis.resps.StreamEntry;

/** Adopts the reads of other nodes into this node's log, where everybody who follows it hears of them. */
final class RedisListener {

    private static final Logger LOG = LoggerFactory.getLogger(RedisListener.class);

    private static final String SINK = "redis-stream";

    private static final int BATCH = 100;

    /** Redis answers as soon as there is something, and otherwise after that, so that an end is noticed. */
    private static final int LONGEST_WAIT_MS = 500;

    /** The position in a Stream has two numbers, of which the log keeps one: milliseconds, and a count in the low bits. */
    private static final int COUNT_BITS = 20;

    private final EventLog log;
    private final EventFeed feed;
    private final CommitSignal commits;
    private final String node;

    RedisListener(EventLog log, EventFeed feed, CommitSignal commits, String node) {
        this.log = log;
        this.feed = feed;
        this.commits = commits;
        this.node = node;
    }

    void listen(Jedis redis) {
        StreamEntryID last = start(redis);
        while (!feed.isClosed()) {
            var streams = redis.xread(
                    XReadParams.xReadParams().count(BATCH).block(LONGEST_WAIT_MS), Map.of(RedisNames.STREAM, last));
            if (streams != null) { // null stands for nothing new
                List<StreamEntry> entries = streams.getFirst().getValue();
                entries.forEach(this::adopt);
                last = entries.getLast().getID();
                log.moveCursor(SINK, position(last));
                commits.fire(); // a node on the same database may have committed them
            }
        }
    }

    /** Where it was; at the beginning when that Stream is gone and another has taken its place. */
    private StreamEntryID start(Jedis redis) {
        long marked = log.cursor(SINK).orElse(0);
        if (!redis.exists(RedisNames.STREAM)) {
            return new StreamEntryID(0, 0);
        }
        StreamEntryID newest = redis.xinfoStream(RedisNames.STREAM).getLastGeneratedId();
        return position(newest) < marked
                ? new StreamEntryID(0, 0)
                : new StreamEntryID(marked >> COUNT_BITS, marked & ((1L << COUNT_BITS) - 1));
    }

    private static long position(StreamEntryID id) {
        return id.getTime() << COUNT_BITS | id.getSequence();
    }

    /** What this node has published itself, or knows already, is passed over. */
    private void adopt(StreamEntry entry) {
        Map<String, String> fields = entry.getFields();
        String uid = fields.get(RedisNames.UID);
        String read = fields.get(RedisNames.READ);
        if (node.equals(fields.get(RedisNames.NODE))) {
            return;
        }
        if (uid == null || read == null || FeedEvent.parse(read) == null) {
            LOG.warn("Entry {} of the Stream {} is no read; it is passed over", entry.getID(), RedisNames.STREAM);
            return;
        }
        log.append(uid, Event.READ, read);
    }
}
