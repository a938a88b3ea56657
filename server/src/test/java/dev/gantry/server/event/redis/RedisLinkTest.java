package dev.gantry.server.event.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.server.event.CommitSignal;
import dev.gantry.server.event.EventFeed;
import dev.gantry.server.event.MemoryLog;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.StreamEntryID;

/** Against a real Redis; each node has a log of its own unless told otherwise. */
@Timeout(120)
class RedisLinkTest {

    private static final int STREAM_LENGTH = 1_000;

    @TempDir
    private Path folder;

    private RedisServer redis;

    @BeforeEach
    void findRedis() throws Exception {
        redis = RedisServer.in(folder);
    }

    @AfterEach
    void stopRedis() throws Exception {
        if (redis != null) {
            redis.close();
        }
    }

    /** A process: its log outlives it. */
    private final class Node implements AutoCloseable {

        private final EventFeed feed;
        private final RedisLink link;

        Node(MemoryLog log, CommitSignal commits) {
            feed = new EventFeed(log, commits);
            link = new RedisLink(new RedisOptions(redis.url(), STREAM_LENGTH), log, feed, commits);
        }

        @Override
        public void close() {
            feed.close();
            link.close();
        }
    }

    /** Everything that is published while it is open. */
    private final class Subscriber implements AutoCloseable {

        private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        private final Jedis connection = redis.connect();
        private final JedisPubSub subscription = new JedisPubSub() {
            @Override
            public void onMessage(String channel, String message) {
                heard.add(channel + " " + message);
            }

            @Override
            public void onSubscribe(String channel, int count) {
                heard.add("subscribed");
            }
        };
        private final Thread thread;

        Subscriber(String... channels) throws InterruptedException {
            thread = Thread.ofVirtual().start(() -> connection.subscribe(subscription, channels));
            for (String _ : channels) {
                assertThat(heard.take()).isEqualTo("subscribed");
            }
        }

        @Override
        public void close() throws InterruptedException {
            subscription.unsubscribe();
            thread.join();
            connection.close();
        }
    }

    private final CommitSignal commits = new CommitSignal();
    private final MemoryLog log = new MemoryLog(commits);
    private final CommitSignal otherCommits = new CommitSignal();
    private final MemoryLog otherLog = new MemoryLog(otherCommits);

    @Test
    void publishesEachReadAsTextAndAsJsonAndKeepsItInTheStream() throws Exception {
        redis.start();
        try (var _ = new Node(log, commits);
                var subscriber = new Subscriber(RedisNames.PLATES, RedisNames.READS)) {
            log.read("AB 123");
            log.append("x", "camera", "{}");
            log.read("CD456");

            assertThat(subscriber.heard.take()).isEqualTo("license_plates AB 123");
            assertThat(subscriber.heard.take())
                    .startsWith("license_plates_json {\"id\":null,")
                    .contains("\"text\":\"AB 123\"");
            assertThat(subscriber.heard.take()).isEqualTo("license_plates CD456");
            try (Jedis connection = redis.connect()) {
                assertThat(connection.xlen(RedisNames.STREAM)).isEqualTo(2);
            }
        }
    }

    @Test
    void tellsEveryNodeOfAllReadsOnce() throws Exception {
        redis.start();
        try (var _ = new Node(log, commits);
                var _ = new Node(otherLog, otherCommits)) {
            for (int i = 0; i < 50; i++) {
                log.read("A" + i);
                otherLog.read("B" + i);
            }
            await(log, 100);
            await(otherLog, 100);
            Thread.sleep(300); // whatever came twice would be there by then

            assertThat(uids(log)).hasSize(100).containsExactlyInAnyOrderElementsOf(uids(otherLog));
            try (Jedis connection = redis.connect()) {
                assertThat(connection.xlen(RedisNames.STREAM)).isEqualTo(100);
            }
        }
    }

    @Test
    void nodesThatShareALogPublishEachReadOnce() throws Exception {
        redis.start();
        try (var _ = new Node(log, commits);
                var _ = new Node(log, new CommitSignal());
                var subscriber = new Subscriber(RedisNames.PLATES)) {
            IntStream.range(0, 20).forEach(i -> log.read("A" + i));

            for (int i = 0; i < 20; i++) {
                assertThat(subscriber.heard.take()).isEqualTo("license_plates A" + i);
            }
            Thread.sleep(500); // the second node looks by itself
            assertThat(subscriber.heard).isEmpty();
            assertThat(log.newest()).isEqualTo(20);
        }
    }

    @Test
    void losesNothingWhileRedisIsAway() throws Exception {
        redis.start();
        try (var node = new Node(log, commits);
                var _ = new Node(otherLog, otherCommits)) {
            log.read("BEFORE1");
            await(otherLog, 1);

            redis.stop();
            log.read("MEANWHILE1");
            otherLog.read("MEANWHILE2");
            while (node.link.isUp()) {
                Thread.sleep(5);
            }
            while (node.link.waiting() == 0) { // until the node's own feed has the read
                Thread.sleep(5);
            }
            redis.start();

            await(log, 3);
            await(otherLog, 3);
            assertThat(uids(log)).containsExactlyInAnyOrderElementsOf(uids(otherLog));
            while (!node.link.isUp() || node.link.waiting() > 0) {
                Thread.sleep(5);
            }
        }
    }

    @Test
    void startsWithoutRedisAndAfterARestartPublishesWhatWasRead() throws Exception {
        try (var node = new Node(log, commits)) {
            log.read("EARLY1");
            assertThat(node.link.isUp()).isFalse();
        }
        log.read("EARLY2");
        redis.start();
        try (var _ = new Node(log, commits);
                var _ = new Node(otherLog, otherCommits)) {
            await(otherLog, 2);
        }
    }

    @Test
    void whoTurnsRedisOnLaterPublishesNothingOld() throws Exception {
        log.read("OLD1");
        redis.start();
        try (var _ = new Node(log, commits);
                var subscriber = new Subscriber(RedisNames.PLATES)) {
            log.read("NEW1");

            assertThat(subscriber.heard.take()).isEqualTo("license_plates NEW1");
        }
    }

    @Test
    void hearsWhatOthersReadWhileItWasAway() throws Exception {
        redis.start();
        try (var _ = new Node(otherLog, otherCommits)) {
            try (var _ = new Node(log, commits)) {
                otherLog.read("A1");
                await(log, 1);
            }
            otherLog.read("A2");
            try (var _ = new Node(log, commits)) {
                await(log, 2);
            }
        }
    }

    @Test
    void goesOnWithAnEmptyRedis() throws Exception {
        redis.start();
        try (var _ = new Node(log, commits);
                var _ = new Node(otherLog, otherCommits);
                Jedis connection = redis.connect()) {
            log.read("A1");
            await(otherLog, 1);
            connection.flushAll();
            log.read("A2");
            await(otherLog, 2);
        }
    }

    @Test
    void passesOverWhatIsNoRead() throws Exception {
        redis.start();
        try (var _ = new Node(log, commits);
                Jedis connection = redis.connect()) {
            for (String read : List.of("", "nonsense", "[]", "{}", "{\"text\":null}", "null")) {
                connection.xadd(
                        RedisNames.STREAM,
                        StreamEntryID.NEW_ENTRY,
                        Map.of(RedisNames.UID, "u" + read, RedisNames.READ, read));
            }
            otherLog.read("A1");
            try (var _ = new Node(otherLog, otherCommits)) {
                otherLog.read("A2");
                await(log, 1);
            }
            assertThat(log.newest()).isEqualTo(1);
        }
    }

    private static void await(MemoryLog log, long newest) throws InterruptedException {
        while (log.newest() < newest) {
            Thread.sleep(5);
        }
    }

    private static List<String> uids(MemoryLog log) {
        return log.after(0, Integer.MAX_VALUE).stream()
                .map(event -> event.uid())
                .toList();
    }
}
