package dev.gantry.server.store;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that keeps the store within its limits. */
final class Housekeeping implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private static final Duration FORGET_EVERY = Duration.ofMinutes(1);

    private static final Duration LOOK_FOR_ORPHANS_EVERY = Duration.ofHours(1);

    private static final Duration LAST_STEP = Duration.ofSeconds(5);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("housekeeping").daemon().factory());

    Housekeeping(Forgetting forgetting, Orphans orphans) {
        repeat(FORGET_EVERY, forgetting::run);
        repeat(LOOK_FOR_ORPHANS_EVERY, orphans::remove);
    }

    private interface Work {
        void run() throws InterruptedException, IOException;
    }

    private void repeat(Duration pause, Work work) {
        thread.scheduleWithFixedDelay(() -> run(work), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A fault must not end it for ever: the disk or the database may be back next time. */
    private void run(Work work) {
        try {
            work.run();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | IOException e) {
            if (!thread.isShutdown()) {
                LOG.warn("Old reads or files could not be removed; trying again later", e);
            }
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            boolean _ = thread.awaitTermination(LAST_STEP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
