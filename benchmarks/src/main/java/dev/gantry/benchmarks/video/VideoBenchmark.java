package dev.gantry.benchmarks.video;

import dev.gantry.PlateRecognizer;
import dev.gantry.grammar.PlateGrammar;
import dev.gantry.server.camera.FfmpegFrames;
import dev.gantry.server.camera.FfmpegProgram;
import dev.gantry.server.camera.KeptFrames;
import dev.gantry.server.camera.NewestFrame;
import dev.gantry.server.camera.Pace;
import dev.gantry.server.camera.Sampling;
import dev.gantry.server.camera.VideoException;
import dev.gantry.server.camera.VideoInput;
import dev.gantry.server.camera.VideoRecognizer;
import dev.gantry.track.MotionGate;
import dev.gantry.track.PlateTracker;
import dev.gantry.track.SightingEvent.Kind;
import dev.gantry.track.TrackerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Video throughput on this machine. Clips are drawn into the folder first and used again the next time.
 *
 * <pre>java -cp benchmarks/target/dist/gantry-benchmarks.jar dev.gantry.benchmarks.video.VideoBenchmark \
 *     FOLDER file|live|idle|soak SECONDS</pre>
 */
final class VideoBenchmark {

    private static final double LOOKS_PER_SECOND = 5;

    /** The figures are for machines of two cores. */
    private static final int WORKERS = 2;

    static final long MAX_PIXELS = 100_000_000;
    private static final int CLIP_SECONDS = 16;

    /** What is compiled late, and the models' first runs, are no part of what a camera costs all day. */
    private static final Duration WARM_UP = Duration.ofSeconds(20);

    private static final Duration REPORT_EVERY = Duration.ofSeconds(30);

    private final FfmpegProgram program;
    private final Path folder;
    private final PlateRecognizer recognizer = PlateRecognizer.create();
    private final AtomicLong sightings = new AtomicLong();

    private VideoBenchmark(Path folder) throws VideoException, IOException {
        this.folder = Files.createDirectories(folder);
        program = FfmpegProgram.find(null, folder);
    }

    public static void main(String[] arguments) throws Exception {
        var benchmark = new VideoBenchmark(Path.of(arguments[0]));
        var length = Duration.ofSeconds(Long.parseLong(arguments[2]));
        switch (arguments[1]) {
            case "file" -> benchmark.file();
            case "live" -> benchmark.live(8, 2, length);
            case "idle" -> benchmark.live(1, 0, length);
            case "soak" -> benchmark.soak(length);
            default -> throw new IllegalArgumentException("file, live, idle or soak, not " + arguments[1]);
        }
    }

    private Path clip(int width, int height, boolean withCars, double between)
            throws IOException, InterruptedException {
        String name = String.format(Locale.ROOT, "%s-%.0f-%dp.mp4", withCars ? "cars" : "street", between, height);
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            new DrawnTraffic(width, height).write(program, file, CLIP_SECONDS, withCars, between);
        }
        return file;
    }

    private void file() throws Exception {
        var input = new VideoInput.OfFile(clip(1920, 1080, true, 0));
        for (int run = 0; run < 3; run++) {
            try (var usage = new Usage(Usage.OFTEN);
                    ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
                    var frames = FfmpegFrames.open(program, input, new Sampling.AtMost(LOOKS_PER_SECOND), MAX_PIXELS)) {
                var done = work(workers, WORKERS, Pace.EVERY_FRAME, Optional.empty())
                        .run(frames);
                double processor = usage.ownSeconds() + usage.childSeconds();
                print(
                        "1080p file, run %d: %.1f x real time; %.1f processor seconds for %d s of video (ffmpeg %.1f) would"
                                + " be %.1f x on %d free cores; %d of %d frames looked at",
                        run,
                        CLIP_SECONDS / usage.seconds(),
                        processor,
                        CLIP_SECONDS,
                        usage.childSeconds(),
                        WORKERS * CLIP_SECONDS / processor,
                        WORKERS,
                        done.recognized(),
                        done.frames());
            }
        }
    }

    /** @param busy how many of the cameras have cars in view */
    private void live(int cameras, int busy, Duration length) throws Exception {
        Path cars = clip(1280, 720, true, DrawnTraffic.SECONDS_BETWEEN);
        Path street = clip(1280, 720, false, 0);
        watch(cameras, number -> number < busy ? cars : street, WARM_UP);
        try (var usage = new Usage(Usage.SELDOM)) {
            List<Camera> done = watch(cameras, number -> number < busy ? cars : street, length);
            double seconds = usage.seconds();
            print(
                    "%d cameras of 720p, %d with cars, %.0f s: %.1f %% of a core for Gantry, %.1f %% for ffmpeg",
                    cameras, busy, seconds, 100 * usage.ownSeconds() / seconds, 100 * usage.childSeconds() / seconds);
            for (Camera camera : done) {
                print(
                        "  %s: %d frames, %d dropped, %d looked at",
                        camera.number() < busy ? "cars" : "street",
                        camera.offered(),
                        camera.dropped(),
                        camera.summary().recognized());
            }
        }
    }

    private void soak(Duration length) throws Exception {
        Path cars = clip(1280, 720, true, DrawnTraffic.SECONDS_BETWEEN);
        print("start: %s", Usage.resources());
        var reporter = Thread.ofPlatform().daemon().start(() -> {
            try {
                while (true) {
                    Thread.sleep(REPORT_EVERY);
                    print("%s; %d sightings closed", Usage.resources(), sightings.get());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        watch(4, _ -> cars, length);
        reporter.interrupt();
        System.gc();
        print("end: %s; %d sightings closed", Usage.resources(), sightings.get());
    }

    @FunctionalInterface
    private interface Clips {
        Path of(int camera);
    }

    private record Camera(int number, long offered, long dropped, VideoRecognizer.Summary summary) {}

    /** All cameras share the workers: each has one frame in their queue at most, so each gets its turn. */
    private List<Camera> watch(int cameras, Clips clips, Duration length)
            throws InterruptedException, ExecutionException {
        var tasks = new ArrayList<Callable<Camera>>();
        try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
                ExecutorService followers = Executors.newFixedThreadPool(cameras)) {
            for (int i = 0; i < cameras; i++) {
                int number = i;
                tasks.add(() -> {
                    var clip = new LoopedClip(program, clips.of(number), LOOKS_PER_SECOND, length);
                    try (var newest = NewestFrame.of(clip, "camera " + number)) {
                        var summary = work(workers, 0, Pace.LIVE, Optional.of(new KeptFrames()))
                                .run(newest);
                        return new Camera(number, clip.offered(), newest.dropped(), summary);
                    }
                });
            }
            var done = new ArrayList<Camera>();
            for (Future<Camera> camera : followers.invokeAll(tasks)) {
                done.add(camera.get());
            }
            return done;
        }
    }

    private VideoRecognizer work(ExecutorService workers, int ahead, Pace pace, Optional<KeptFrames> kept) {
        return new VideoRecognizer(
                recognizer::analyzeFrame,
                workers,
                ahead,
                pace,
                new PlateTracker(TrackerOptions.defaults(), PlateGrammar.shipped()),
                new MotionGate(List.of()),
                kept,
                (_, tracking) -> sightings.addAndGet(tracking.events().stream()
                        .filter(event -> event.kind() == Kind.CLOSED)
                        .count()));
    }

    private static void print(String line, Object... figures) {
        System.out.printf(Locale.ROOT, "%s  [load %.1f]%n", String.format(Locale.ROOT, line, figures), Usage.load());
    }
}
