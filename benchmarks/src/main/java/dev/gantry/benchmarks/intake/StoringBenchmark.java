package dev.gantry.benchmarks.intake;

import dev.gantry.PlateRecognizer;
import dev.gantry.benchmarks.Street;
import dev.gantry.image.ImageLimits;
import dev.gantry.image.StandardImageDecoder;
import dev.gantry.server.evaluate.Percentiles;
import dev.gantry.server.event.CommitSignal;
import dev.gantry.server.event.EventFeed;
import dev.gantry.server.event.Follower;
import dev.gantry.server.event.redis.RedisLink;
import dev.gantry.server.event.redis.RedisOptions;
import dev.gantry.server.history.History;
import dev.gantry.server.history.NewRead;
import dev.gantry.server.history.ReadUid;
import dev.gantry.server.history.Source;
import dev.gantry.server.intake.Intake;
import dev.gantry.server.recognition.Outcome;
import dev.gantry.server.recognition.PictureRequest;
import dev.gantry.server.recognition.RecognitionService;
import dev.gantry.server.store.Flush;
import dev.gantry.server.store.Retention;
import dev.gantry.server.store.Store;
import dev.gantry.server.store.StoreOptions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Recognises a drawn street again and again and tells how long after that the answer is there: without a history; with one,
 * and some who follow the events; and with one that waits for the disk each time. Redis, when named, hears of each read too.
 * "From the strip to the answer" has the hand-over from the thread that recognises to the one that answers, with or without
 * a history; "added" is what comes after it, which is storing alone.
 *
 * <pre>java -cp benchmarks/target/dist/gantry-benchmarks.jar dev.gantry.benchmarks.intake.StoringBenchmark [RUNS [REDIS-URL]]</pre>
 */
final class StoringBenchmark {

    private static final int WARM_UP = 40;

    /** Until the compiler has seen what stores, which the few recognitions would not do. */
    private static final int STORED_TO_WARM_UP = 4_000;

    private static final int STORED = 2_000;

    private static final int STRIP_BYTES = 4_000;

    private static final int FOLLOWERS = 20;

    private static final int STREAM_LENGTH = 1_000;

    private static final double NANOS_PER_MS = 1e6;

    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    private final PictureRequest request = PictureRequest.of(Street.render().jpeg());
    private final TimedRecognizer recognizer;
    private final RecognitionService service;

    /** When the caller had the last outcome, and would have answered if there was nothing to store. */
    private final AtomicLong known;

    private final int runs;

    private StoringBenchmark(TimedRecognizer recognizer, RecognitionService service, AtomicLong known, int runs) {
        this.recognizer = recognizer;
        this.service = service;
        this.known = known;
        this.runs = runs;
    }

    public static void main(String[] arguments) throws Exception {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 400;
        Optional<URI> redis = arguments.length > 1 ? Optional.of(URI.create(arguments[1])) : Optional.empty();
        try (var plates = PlateRecognizer.create()) {
            var recognizer = new TimedRecognizer(new StandardImageDecoder(ImageLimits.DEFAULT), plates);
            var known = new AtomicLong();
            var service = new RecognitionService(1, 1, TIMEOUT, _ -> known.set(System.nanoTime()));
            service.open(recognizer);
            var benchmark = new StoringBenchmark(recognizer, service, known, runs);
            benchmark.time("no history", () -> service.recognize(benchmark.request, () -> false));
            for (Flush flush : Flush.values()) {
                benchmark.withHistory(flush, redis);
            }
            service.close(TIMEOUT);
        }
    }

    private void withHistory(Flush flush, Optional<URI> redisUrl) throws IOException {
        Path folder = Files.createTempDirectory("gantry-storing");
        var options = new StoreOptions(folder, Optional.empty(), "", "", Retention.UNLIMITED, flush);
        var commits = new CommitSignal();
        try (var store = Store.open(options, commits::fire)) {
            var feed = new EventFeed(store.events(), commits);
            Optional<RedisLink> redis = redisUrl.map(
                    url -> new RedisLink(new RedisOptions(url, STREAM_LENGTH), store.events(), feed, commits));
            for (int i = 0; i < FOLLOWERS; i++) {
                Thread.ofVirtual().start(() -> follow(feed));
            }
            var intake = new Intake(service, store.history(), false, Clock.systemUTC());
            var source = new Source("gantry", "127.0.0.1", "benchmark");
            storeAlone(store.history(), source);
            time(
                    "history, flushed each " + flush.name().toLowerCase(Locale.ROOT)
                            + (redis.isPresent() ? ", Redis" : ""),
                    () -> intake.recognize(request, source, () -> false));
            feed.close();
            redis.ifPresent(RedisLink::close);
        } finally {
            delete(folder);
        }
    }

    /** Without any recognition around it. */
    private static void storeAlone(History history, Source source) {
        var times = new ArrayList<Double>();
        for (int i = 0; i < STORED_TO_WARM_UP + STORED; i++) {
            long start = System.nanoTime();
            history.append(List.of(read(source)));
            if (i >= STORED_TO_WARM_UP) {
                times.add((System.nanoTime() - start) / NANOS_PER_MS);
            }
        }
        System.out.printf("%-30s %s%n", "one read after the other", text(times));
    }

    private static NewRead read(Source source) {
        return new NewRead(
                ReadUid.of(Instant.now()),
                Instant.now(),
                "AB12CDE",
                1,
                null,
                null,
                null,
                List.of(),
                source,
                null,
                null,
                new NewRead.Evidence(new byte[STRIP_BYTES], null));
    }

    private static void follow(EventFeed feed) {
        try (Follower follower = feed.follow(feed.newest())) {
            while (!feed.isClosed()) {
                follower.next(Duration.ofSeconds(1));
            }
        } catch (InterruptedException _) { // nobody does that
        }
    }

    private interface Work {
        Outcome run();
    }

    private void time(String name, Work work) {
        for (int i = 0; i < WARM_UP; i++) {
            work.run();
        }
        var whole = new ArrayList<Double>();
        var strips = new ArrayList<Double>();
        var rest = new ArrayList<Double>();
        var added = new ArrayList<Double>();
        for (int i = 0; i < runs; i++) {
            long start = System.nanoTime();
            if (!(work.run() instanceof Outcome.Recognized recognized)
                    || recognized.recognition().plates().isEmpty()) {
                throw new IllegalStateException("No plate was recognised");
            }
            long end = System.nanoTime();
            whole.add((end - start) / NANOS_PER_MS);
            strips.add((recognizer.cutOut() - recognizer.recognized()) / NANOS_PER_MS);
            rest.add((end - recognizer.cutOut()) / NANOS_PER_MS);
            added.add((end - known.get()) / NANOS_PER_MS);
        }
        System.out.printf(
                Locale.ROOT,
                "%-30s whole %s; strip %s; from the strip to the answer %s; added %s  [load %.1f]%n",
                name,
                text(whole),
                text(strips),
                text(rest),
                text(added),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static String text(List<Double> times) {
        var percentiles = Percentiles.of(times);
        return String.format(
                Locale.ROOT,
                "p50 %.2f p95 %.2f max %.2f ms",
                percentiles.at(50),
                percentiles.at(95),
                percentiles.at(100));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
