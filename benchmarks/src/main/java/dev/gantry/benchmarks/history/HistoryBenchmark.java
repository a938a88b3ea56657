package dev.gantry.benchmarks.history;

import dev.gantry.server.history.History;
import dev.gantry.server.history.NewRead;
import dev.gantry.server.history.NewRead.Evidence;
import dev.gantry.server.history.PlateSearch;
import dev.gantry.server.history.ReadFilter;
import dev.gantry.server.store.Retention;
import dev.gantry.server.store.Store;
import dev.gantry.server.store.StoreOptions;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Fills a history up to the wanted number of reads (what is there already counts) and measures storing and searching.
 *
 * <pre>java -cp benchmarks/target/dist/gantry-benchmarks.jar dev.gantry.benchmarks.history.HistoryBenchmark \
 *     FOLDER READS [JDBC-URL USER PASSWORD]</pre>
 */
final class HistoryBenchmark {

    private static final int BATCH = 1_000;

    private static final long REPORT_EVERY = 500_000;

    private static final int PAGE = 50;

    private static final int WARM_UP = 20;

    private static final int RUNS = 300;

    private static final int STRIP_BYTES = 4_000;

    private final History history;
    private final long reads;
    private final Traffic traffic;
    private final SplittableRandom random = new SplittableRandom(7);

    private HistoryBenchmark(History history, long reads) {
        this.history = history;
        this.reads = reads;
        this.traffic = new Traffic(reads, 3);
    }

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        long reads = Long.parseLong(arguments[1]);
        StoreOptions options = arguments.length < 5
                ? StoreOptions.in(folder)
                : new StoreOptions(folder, Optional.of(arguments[2]), arguments[3], arguments[4], Retention.UNLIMITED);
        try (Store store = Store.open(options, () -> {})) {
            var benchmark = new HistoryBenchmark(store.history(), reads);
            benchmark.fill(store.events().newest());
            benchmark.search();
            benchmark.store();
        }
    }

    private static void print(Object line) {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        System.out.printf(Locale.ROOT, "%s  [load %.1f]%n", line, load);
    }

    private void fill(long there) {
        var made = new Traffic(reads, there);
        long start = System.nanoTime();
        long reported = there;
        for (long number = there; number < reads; number += BATCH) {
            List<NewRead> batch = new ArrayList<>(BATCH);
            for (long i = number; i < Math.min(reads, number + BATCH); i++) {
                batch.add(made.read(i));
            }
            history.append(batch);
            if (number + BATCH - reported >= REPORT_EVERY) {
                double seconds = (System.nanoTime() - start) / 1e9;
                print("%,d reads, %,.0f a second".formatted(number + BATCH, (number + BATCH - reported) / seconds));
                reported = number + BATCH;
                start = System.nanoTime();
            }
        }
    }

    private void search() {
        plate("exact", () -> new PlateSearch.Exact(traffic.someText()));
        plate("exact, not there", () -> new PlateSearch.Exact("Q" + traffic.someText() + "Q"));
        for (int length : new int[] {1, 2, 3, 4, 5}) {
            plate("prefix of " + length, () -> new PlateSearch.Prefix(part(0, length)));
        }
        for (int length : new int[] {1, 2, 3, 4, 5, 6}) {
            plate("contains " + length, () -> new PlateSearch.Contains(part(random.nextInt(3), length)));
        }
        plate("wildcard AB?1*", () -> new PlateSearch.Wildcard(part(0, 2) + "?" + part(3, 1) + "*"));
        plate("wildcard *123", () -> new PlateSearch.Wildcard("*" + part(3, 9)));
        plate("wildcard A*12", () -> new PlateSearch.Wildcard(part(0, 1) + "*" + part(5, 9)));
        plate(
                "similar, a lookalike",
                () -> new PlateSearch.Similar(traffic.someText().replace('B', '8')));
        plate("similar, another character", () -> new PlateSearch.Similar(part(0, 3) + "X" + part(4, 9)));
        time("all", () -> filter(null, null, null, null, null, null, null));
        time("from", () -> filter(traffic.someTime(), null, null, null, null, null, null));
        time("until", () -> filter(null, traffic.someTime(), null, null, null, null, null));
        time("camera", () -> filter(null, null, traffic.someCameraName(), null, null, null, null));
        time("camera, not there", () -> filter(null, null, "camera-x", null, null, null, null));
        time("source", () -> filter(null, null, null, traffic.someDialect(), null, null, null));
        time("region", () -> filter(null, null, null, null, traffic.someRegion(), null, null));
        for (double least : new double[] {0.9, 0.99, 0.9999, 0.999999}) {
            time("confidence " + least, () -> filter(null, null, null, null, null, least, null));
        }
        time("camera and confidence 0.9999", () -> camera(null, 0.9999, null));
        time("camera and region", () -> camera(traffic.someRegion(), null, null));
        time(
                "camera and source",
                () -> filter(null, null, traffic.someCameraName(), traffic.someDialect(), null, null, null));
        time(
                "source and region",
                () -> filter(null, null, null, traffic.someDialect(), traffic.someRegion(), null, null));
        time("camera and an hour", () -> hour(traffic.someCameraName(), null));
        time("region and an hour", () -> hour(null, traffic.someRegion()));
        time("camera, region and an hour", () -> hour(traffic.someCameraName(), traffic.someRegion()));
        time("camera and contains 3", () -> camera(null, null, new PlateSearch.Contains(part(1, 3))));
        time("camera and exact", () -> camera(null, null, new PlateSearch.Exact(traffic.someText())));
        time("camera and similar", () -> camera(null, null, new PlateSearch.Similar(traffic.someText())));
        time(
                "region and contains 3",
                () -> filter(null, null, null, null, traffic.someRegion(), null, new PlateSearch.Contains(part(1, 3))));
    }

    private ReadFilter camera(@Nullable String region, @Nullable Double confidence, @Nullable PlateSearch plate) {
        return filter(null, null, traffic.someCameraName(), null, region, confidence, plate);
    }

    private ReadFilter hour(@Nullable String camera, @Nullable String region) {
        Instant from = traffic.someTime();
        return filter(from, from.plus(Duration.ofHours(1)), camera, null, region, null, null);
    }

    private static ReadFilter filter(
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable String camera,
            @Nullable String dialect,
            @Nullable String region,
            @Nullable Double confidence,
            @Nullable PlateSearch plate) {
        return new ReadFilter(from, until, camera, dialect, region, confidence, plate);
    }

    /** Part of some plate, as far as it goes. */
    private String part(int from, int length) {
        String text = traffic.someText();
        return text.substring(from, Math.min(text.length(), from + length));
    }

    private void plate(String name, Supplier<PlateSearch> search) {
        time(name, () -> filter(null, null, null, null, null, null, search.get()));
    }

    private void time(String name, Supplier<ReadFilter> filters) {
        print(Timings.of(
                name,
                WARM_UP,
                RUNS,
                () -> history.search(filters.get(), null, PAGE).reads().size()));
    }

    /** One read after the other, as one camera sends them, each with its strip. */
    private void store() {
        var strip = new byte[STRIP_BYTES];
        print(Timings.of(
                "store a read without strip",
                WARM_UP,
                RUNS,
                () -> history.append(List.of(traffic.read(reads))).size()));
        print(Timings.of(
                "store a read with strip",
                WARM_UP,
                RUNS,
                () -> history.append(List.of(with(traffic.read(reads), new Evidence(strip, null))))
                        .size()));
    }

    private static NewRead with(NewRead read, Evidence evidence) {
        return new NewRead(
                read.uid(),
                read.time(),
                read.text(),
                read.confidence(),
                read.region(),
                read.box(),
                read.corners(),
                read.candidates(),
                read.source(),
                read.pictureDigest(),
                read.modelDigest(),
                evidence);
    }
}
