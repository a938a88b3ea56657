package dev.gantry.server.event.redis;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/** A real redis-server on a free port, which can be away for a while. */
public final class RedisServer implements AutoCloseable {

    /**
     * Below those that systems give to outgoing connections: while the server is away, somebody's connection could have its
     * port, even one that was meant for the server and reached itself.
     */
    private static final int FIRST_PORT = 20_000;

    private static final int PORTS = 10_000;

    private static final long PAUSE_MS = 20;

    private final int port;
    private final Path folder;
    private @Nullable Process process;

    private RedisServer(int port, Path folder) {
        this.port = port;
        this.folder = folder;
    }

    /** A port for it; nothing listens there yet. The test is skipped when the program is not installed. */
    public static RedisServer in(Path folder) throws IOException, InterruptedException {
        Assumptions.assumeTrue(isInstalled(), "redis-server is not installed (Debian package redis-server)");
        while (true) {
            int port = FIRST_PORT + ThreadLocalRandom.current().nextInt(PORTS);
            try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return new RedisServer(port, folder);
            } catch (BindException _) { // taken; another is free
            }
        }
    }

    private static boolean isInstalled() throws InterruptedException {
        try {
            return new ProcessBuilder("redis-server", "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        }
    }

    public URI url() {
        return URI.create("redis://127.0.0.1:" + port);
    }

    public Jedis connect() {
        return new Jedis(url());
    }

    /** Returns when it answers; it has what it had when it was stopped. */
    public RedisServer start() throws IOException, InterruptedException {
        Process launched = launch();
        process = launched;
        while (true) {
            try (Jedis redis = connect()) {
                redis.ping();
                return this;
            } catch (JedisException _) {
                Thread.sleep(PAUSE_MS);
                if (!launched.isAlive()) {
                    throw new IOException("redis-server has ended with code " + launched.exitValue());
                }
            }
        }
    }

    private Process launch() throws IOException {
        return new ProcessBuilder(
                        "redis-server",
                        "--port",
                        String.valueOf(port),
                        "--bind",
                        "127.0.0.1",
                        "--dir",
                        folder.toString(),
                        "--appendonly",
                        "yes",
                        "--save",
                        "")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    public void stop() throws InterruptedException {
        if (process != null) {
            process.destroy();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            process = null;
        }
    }

    @Override
    public void close() throws InterruptedException {
        stop();
    }
}
