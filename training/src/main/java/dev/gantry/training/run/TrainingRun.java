package dev.gantry.training.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The loop around any training: resume, step, log, checkpoint, export. */
public final class TrainingRun {

    private static final String CHECKPOINT = "checkpoint.bin";
    private static final int LOG_STEPS = 100;
    private static final Duration LONGEST_SAVE = Duration.ofMinutes(1);

    /** What differs between trainings, beside the steps themselves. */
    public interface Task {

        /** The losses of late, for the log. */
        String losses();

        /** Called once before the first step of a run that is not resumed. */
        void begin() throws IOException;

        /** Writes the averaged net with its card into the folder and says how good it is. */
        String export(Path folder) throws IOException;
    }

    private final Steps<?> training;
    private final Task task;
    private final Path folder;
    private final long steps;
    private final Duration between;
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile boolean interrupted;

    /** @param steps the step at which the run ends */
    public TrainingRun(Steps<?> training, Task task, Path folder, long steps, Duration between) {
        this.training = training;
        this.task = task;
        this.folder = folder;
        this.steps = steps;
        this.between = between;
    }

    public void run() throws IOException {
        Files.createDirectories(folder);
        Path checkpoint = folder.resolve(CHECKPOINT);
        if (Files.exists(checkpoint)) {
            training.training().load(checkpoint);
            training.seek();
            log("resumed at step " + training.training().step() + " of " + steps);
        } else {
            task.begin();
        }
        var saver = new Thread(this::interrupt);
        Runtime.getRuntime().addShutdownHook(saver);
        try {
            loop(checkpoint);
        } finally {
            done.countDown();
        }
        if (!interrupted) {
            Runtime.getRuntime().removeShutdownHook(saver);
            log("done: the model is in " + folder);
        }
    }

    /** Ctrl-C and SIGTERM: the step is finished and saved before the process ends. */
    private void interrupt() {
        interrupted = true;
        try {
            done.await(LONGEST_SAVE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void loop(Path checkpoint) throws IOException {
        Instant last = Instant.now();
        long lastSteps = training.training().step();
        Instant lastLog = last;
        while (training.training().step() < steps && !interrupted) {
            training.step();
            long step = training.training().step();
            if (step % LOG_STEPS == 0) {
                double each =
                        Duration.between(lastLog, Instant.now()).toMillis() / (double) Math.max(1, step - lastSteps);
                log("step %d of %d, %.0f ms each, %s".formatted(step, steps, each, task.losses()));
                lastLog = Instant.now();
                lastSteps = step;
            }
            if (Duration.between(last, Instant.now()).compareTo(between) >= 0) {
                save(checkpoint);
                last = Instant.now();
            }
        }
        if (interrupted) {
            // ONNX Runtime is shutting down as well: nothing can be exported any more.
            training.training().save(checkpoint);
        } else {
            save(checkpoint);
        }
    }

    private void save(Path checkpoint) throws IOException {
        training.training().save(checkpoint);
        log("step %d: %s".formatted(training.training().step(), task.export(folder)));
    }

    private static void log(String line) {
        System.out.println(Instant.now().truncatedTo(ChronoUnit.SECONDS) + " " + line);
    }
}
