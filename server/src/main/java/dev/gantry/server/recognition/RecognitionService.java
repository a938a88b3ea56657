package dev.gantry.server.recognition;

import dev.gantry.image.ImageException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs recognition on a bounded number of workers behind a bounded queue: work that would wait too long is refused at once
 * instead of piling up, work that nobody waits for any more is dropped, and what was accepted is finished before the end.
 */
public final class RecognitionService {

    /** How often a waiting caller is asked whether it still waits: soon enough to spare the work, rare enough to cost none. */
    private static final Duration STILL_WAITING_CHECK = Duration.ofMillis(200);

    private final Duration timeout;
    private final Consumer<Outcome> listener;
    private final ThreadPoolExecutor workers;
    private volatile @Nullable PictureRecognizer recognizer;

    /**
     * @param workerCount pictures that are worked on at the same time, 1 or more
     * @param queueLength pictures that may wait for a worker, 0 or more
     * @param timeout longest time for one picture, waiting included
     * @param listener told of every outcome
     */
    public RecognitionService(int workerCount, int queueLength, Duration timeout, Consumer<Outcome> listener) {
        this.timeout = timeout;
        this.listener = listener;
        BlockingQueue<Runnable> queue =
                queueLength == 0 ? new SynchronousQueue<>() : new ArrayBlockingQueue<>(queueLength);
        this.workers = new ThreadPoolExecutor(
                workerCount,
                workerCount,
                0,
                TimeUnit.SECONDS,
                queue,
                Thread.ofPlatform().name("recognition-", 1).factory());
    }

    /** From now on pictures are recognised; before, they are answered with {@link Outcome.NotReady}. */
    public void open(PictureRecognizer loaded) {
        recognizer = loaded;
    }

    public boolean isReady() {
        return recognizer != null;
    }

    /** Pictures that wait for a worker. */
    public int waiting() {
        return workers.getQueue().size();
    }

    /** Pictures that are being worked on. */
    public int working() {
        return workers.getActiveCount();
    }

    /**
     * Recognises one picture; the calling thread waits for the answer.
     *
     * @param sender asked now and then, in the calling thread, whether the answer is still wanted
     */
    public Outcome recognize(PictureRequest request, Sender sender) {
        Outcome outcome = outcomeFor(request, sender);
        listener.accept(outcome);
        return outcome;
    }

    private Outcome outcomeFor(PictureRequest request, Sender sender) {
        PictureRecognizer loaded = recognizer;
        if (loaded == null) {
            return new Outcome.NotReady();
        }
        var givenUp = new AtomicBoolean();
        var task = new FutureTask<Outcome>(() -> work(loaded, request, givenUp::get));
        Runnable letGo = sender.hold();
        Runnable job = () -> {
            try {
                task.run(); // does nothing when it was cancelled
            } finally {
                letGo.run();
            }
        };
        try {
            workers.execute(job);
        } catch (RejectedExecutionException _) { // the queue is full, or the server is going down
            letGo.run();
            return new Outcome.Overloaded();
        }
        try {
            return await(task, sender);
        } finally {
            givenUp.set(true);
            task.cancel(false); // does nothing when it has ended
            if (workers.remove(job)) {
                letGo.run();
            }
        }
    }

    private Outcome await(FutureTask<Outcome> task, Sender sender) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (true) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return new Outcome.TimedOut();
            }
            try {
                return task.get(Math.min(left, STILL_WAITING_CHECK.toNanos()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException _) {
                if (sender.hasHungUp()) {
                    return new Outcome.Abandoned();
                }
            } catch (ExecutionException e) {
                return new Outcome.Failed(e.getCause() == null ? e : e.getCause());
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return new Outcome.Abandoned();
            }
        }
    }

    private static Outcome work(PictureRecognizer recognizer, PictureRequest request, BooleanSupplier givenUp) {
        long start = System.nanoTime();
        try {
            Seen seen = recognizer.recognize(request, givenUp);
            return new Outcome.Recognized(seen, (System.nanoTime() - start) / 1e6);
        } catch (ImageException e) {
            return new Outcome.BadPicture(e);
        }
    }

    /**
     * Takes no more pictures and waits for those that were accepted.
     *
     * @return whether all of them were done in time
     */
    public boolean close(Duration grace) {
        workers.shutdown();
        try {
            return workers.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
