package dev.gantry.server.store;

import dev.gantry.server.history.HistoryException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place where the database is changed, by one thread at a time. Whatever waits is done in one transaction ("group
 * commit"), so that many writers share the price of a safe write; each piece of work succeeds or fails by itself.
 */
final class Writer implements AutoCloseable {

    /** Pieces of work in one transaction: beyond that the price of the commit is no longer felt. */
    private static final int LARGEST_GROUP = 256;

    /** Work may wait in such a queue; whoever comes when it is full waits for a place. */
    private static final int LONGEST_QUEUE = 1024;

    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

    private static final String SAVEPOINT = "work";

    private final Jdbi jdbi;

    /** Whether one connection is kept, for its prepared statements. */
    private final boolean staysConnected;

    private final Runnable committed;
    private final BlockingQueue<Job<?>> queue = new ArrayBlockingQueue<>(LONGEST_QUEUE);
    private final Thread thread;
    private final Lock turn = new ReentrantLock(); // of whoever writes

    /** Used by whoever has the turn; null when there is none. */
    private @Nullable Handle handle;

    private volatile boolean closed;

    /** @param committed called after each commit */
    Writer(Database database, Runnable committed) {
        this.jdbi = database.writing();
        this.staysConnected = database.isSqlite(); // a server may go away: the pool looks whether it is still there
        this.committed = committed;
        thread = Thread.ofPlatform().name("store-writer").daemon().start(this::run);
    }

    /** A piece of work, and what came of it once its transaction is committed. */
    private static final class Job<T> {

        private final HandleCallback<T, RuntimeException> work;
        private final CompletableFuture<T> done = new CompletableFuture<>();
        private Runnable outcome = () -> {};

        Job(HandleCallback<T, RuntimeException> work) {
            this.work = work;
        }

        void runAlone(Handle handle) {
            T result = work.withHandle(handle);
            outcome = () -> done.complete(result);
        }

        void runApart(Handle handle) {
            handle.savepoint(SAVEPOINT);
            try {
                T result = work.withHandle(handle);
                handle.releaseSavepoint(SAVEPOINT);
                outcome = () -> done.complete(result);
            } catch (RuntimeException e) {
                handle.rollbackToSavepoint(SAVEPOINT);
                outcome = () -> done.completeExceptionally(e);
            }
        }
    }

    /**
     * Does the work and returns when it is safe.
     *
     * @throws HistoryException when it was not done
     */
    <T> T write(HandleCallback<T, RuntimeException> work) {
        var job = new Job<>(work);
        if (closed) {
            throw closed();
        }
        if (!writeNow(job)) {
            leaveToTheThread(job);
        }
        try {
            return job.done.join();
        } catch (CompletionException e) {
            throw new HistoryException("The store cannot write now", e.getCause() == null ? e : e.getCause());
        }
    }

    /**
     * When nobody else writes or waits, the caller does it itself: handing the work over to another thread and being woken
     * up by it takes as long as the work.
     */
    private boolean writeNow(Job<?> job) {
        if (!queue.isEmpty() || !turn.tryLock()) {
            return false;
        }
        try {
            if (closed) {
                return false;
            }
            write(List.of(job));
            return true;
        } finally {
            turn.unlock();
        }
    }

    private void leaveToTheThread(Job<?> job) {
        try {
            queue.put(job);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HistoryException("Interrupted while waiting for the store", e);
        }
        if (!thread.isAlive()) { // it ended between the look and the queue
            refuseTheRest();
        }
    }

    private static HistoryException closed() {
        return new HistoryException("The store is closed", new IllegalStateException());
    }

    private void refuseTheRest() {
        List<Job<?>> rest = new ArrayList<>();
        queue.drainTo(rest);
        rest.forEach(job -> job.done.completeExceptionally(closed()));
    }

    private void run() {
        List<Job<?>> group = new ArrayList<>();
        try {
            while (!closed || !queue.isEmpty()) {
                group.add(queue.take());
                turn.lock();
                try {
                    queue.drainTo(group, LARGEST_GROUP - 1);
                    write(group);
                } finally {
                    turn.unlock();
                }
                group.clear();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // nobody does that
        } finally {
            turn.lock();
            try {
                release();
            } finally {
                turn.unlock();
            }
        }
    }

    private void write(List<Job<?>> group) {
        try {
            Handle open = open();
            open.useTransaction(_ -> run(group, open));
        } catch (RuntimeException | Error e) { // whatever it was: those who wait must be told, and the next ones served
            release();
            group.forEach(job -> job.done.completeExceptionally(e));
            return;
        }
        if (!staysConnected) {
            release();
        }
        group.forEach(job -> job.outcome.run());
        try {
            committed.run();
        } catch (RuntimeException e) {
            LOG.error("Whoever follows the store failed", e);
        }
    }

    /** Work that is alone in its transaction takes that with it when it fails; others are kept apart. */
    private static void run(List<Job<?>> group, Handle handle) {
        if (group.size() == 1) {
            group.getFirst().runAlone(handle);
        } else {
            group.forEach(job -> job.runApart(handle));
        }
    }

    private Handle open() {
        if (handle == null) {
            handle = jdbi.open();
        }
        return handle;
    }

    /** The next group has another connection, should this one be broken. */
    private void release() {
        Handle broken = handle;
        handle = null;
        if (broken != null) {
            try {
                broken.close();
            } catch (RuntimeException e) {
                LOG.debug("A connection that failed cannot be closed", e);
            }
        }
    }

    /** Takes no more work, does what waits and ends. */
    @Override
    public void close() {
        closed = true;
        try {
            queue.put(new Job<>(_ -> true)); // wakes it up
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        refuseTheRest();
    }
}
