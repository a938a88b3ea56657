package dev.gantry.server.event.redis;

import java.net.URI;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.util.JedisURIHelper;

/** A thread with a connection to Redis. When the connection is lost it tries again, less and less often. */
final class RedisWorker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RedisWorker.class);

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    /** Redis answers within milliseconds, or is as good as away. */
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(5);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** Work that fails sooner has never gone well: Redis may answer and refuse it, being full or read only. */
    private static final Duration WENT_WELL = Duration.ofSeconds(5);

    private final URI url;
    private final HostAndPort server;
    private final Work work;
    private final Thread thread;
    private boolean complained;
    private volatile boolean up;
    private volatile boolean closed;

    /** What is done with the connection. */
    interface Work {

        /** Returns when it is to end; fails when Redis or the log do. */
        void on(Jedis redis) throws InterruptedException;
    }

    RedisWorker(String name, URI url, Work work) {
        this.url = url;
        this.server = new HostAndPort(url.getHost(), url.getPort() < 0 ? Protocol.DEFAULT_PORT : url.getPort());
        this.work = work;
        this.thread = Thread.ofPlatform().name(name).daemon().start(this::run);
    }

    boolean isUp() {
        return up;
    }

    private void run() {
        Duration pause = FIRST_PAUSE;
        boolean answered = false; // and soon refused the work
        while (!closed) {
            long start = System.nanoTime();
            try (Jedis redis = connect()) {
                redis.ping();
                up = true;
                if (!answered) {
                    LOG.info("Connected to Redis at {}", server);
                }
                work.on(redis);
            } catch (InterruptedException _) { // closed
            } catch (RuntimeException e) {
                boolean wentWell = up && System.nanoTime() - start > WENT_WELL.toNanos();
                answered = up && !wentWell;
                if (wentWell) {
                    pause = FIRST_PAUSE;
                    complained = false;
                }
                tell(e);
                up = false;
                pause = pause(pause);
            }
        }
        up = false;
    }

    private Jedis connect() {
        JedisClientConfig config = DefaultJedisClientConfig.builder()
                .connectionTimeoutMillis((int) CONNECT_TIMEOUT.toMillis())
                .socketTimeoutMillis((int) ANSWER_TIMEOUT.toMillis())
                .blockingSocketTimeoutMillis((int) ANSWER_TIMEOUT.toMillis())
                .user(JedisURIHelper.getUser(url))
                .password(JedisURIHelper.getPassword(url))
                .database(JedisURIHelper.getDBIndex(url))
                .ssl(JedisURIHelper.isRedisSSLScheme(url))
                .build();
        return new Jedis(server, config);
    }

    /** Once for each loss, not for each attempt. */
    private void tell(RuntimeException e) {
        if (!closed && !complained) {
            LOG.warn("No Redis at {}, or no log; trying again: {}", server, e.toString());
            complained = true;
        }
    }

    private Duration pause(Duration pause) {
        try {
            if (!closed) {
                Thread.sleep(pause);
            }
        } catch (InterruptedException _) { // closed
        }
        Duration longer = pause.multipliedBy(2);
        return longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }

    /** Ends the work; what it does at the moment is done first. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(ANSWER_TIMEOUT);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
