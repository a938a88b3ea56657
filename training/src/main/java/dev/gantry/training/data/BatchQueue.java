package dev.gantry.training.data;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;

/**
 * Makes the batches of coming steps in the background. A batch depends on its step alone, so that a resumed run sees what
 * an uninterrupted one would have seen.
 */
public final class BatchQueue<T> implements AutoCloseable {

    private final BlockingQueue<Future<T>> queue;
    private final ExecutorService workers;
    private final LongFunction<T> make;
    private long next;

    /**
     * @param make makes the batch of a step; is called from several threads
     * @param firstStep the step whose batch is taken first
     * @param threads how many make batches
     * @param ahead how many batches wait at most
     */
    public BatchQueue(LongFunction<T> make, long firstStep, int threads, int ahead) {
        this.make = make;
        this.next = firstStep;
        this.queue = new ArrayBlockingQueue<>(ahead);
        this.workers = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("batches-", 0).factory());
        while (queue.remainingCapacity() > 0) {
            request();
        }
    }

    private void request() {
        long step = next++;
        queue.add(workers.submit(() -> make.apply(step)));
    }

    /** The next step's batch; waits for it. */
    public T take() {
        try {
            T batch = queue.take().get();
            request();
            return batch;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a batch", e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("a batch could not be made: " + e.getCause(), e.getCause());
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
