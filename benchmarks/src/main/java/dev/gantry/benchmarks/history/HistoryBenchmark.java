package dev.gantry.benchmarks.history;

import com.sun.management.OperatingSystemMXBean;
import dev.gantry.server.history.History;
import dev.gantry.server.history.Hours;
import dev.gantry.server.history.NewRead;
import dev.gantry.server.history.NewRead.Evidence;
import dev.gantry.server.history.PlateSearch;
import dev.gantry.server.history.ReadFilter;
import dev.gantry.server.store.Flush;
import dev.gantry.server.store.Retention;
import dev.gantry.server.store.Store;
import dev.gantry.server.store.StoreOptions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Fills an empty history with the wanted number of reads, or takes one that is there, and measures storing and searching.
 *
 * <pre>java -cp benchmarks/target/dist/gantry-benchmarks.jar dev.gantry.benchmarks.history.HistoryBenchmark \
 *     FOLDER READS [JDBC-URL USER PASSWORD]</pre>
 */
final class HistoryBenchmark {

    private static final int BATCH = 1_000;

    private static final long REPORT_EVERY = 50_000;

    /** Stored through the store in any case, to be measured. */
    private static final long MEASURED_READS = 100_000;

    private static final double NANOS_PER_SECOND = 1e9;

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private static final int PAGE = 50;

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    /** Until the compiler has seen what searches, as in a server that has been running for a while. */
    private static final int WARM_UP = 200;

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

    public static void main(String[] arguments) throws SQLException, IOException {
        Path folder = Path.of(arguments[0]);
        long reads = Long.parseLong(arguments[1]);
        StoreOptions options = arguments.length < 5
                ? StoreOptions.in(folder)
                : new StoreOptions(
                        folder,
                        Optional.of(arguments[2]),
                        arguments[3],
                        arguments[4],
                        Retention.UNLIMITED,
                        Flush.SECOND);
        fill(options, reads);
        try (Store store = Store.open(options, () -> {})) {
            var benchmark = new HistoryBenchmark(store.history(), reads);
            benchmark.storeMany(
                    store.events().newest(), Math.max(reads, store.events().newest() + MEASURED_READS));
            benchmark.search();
            benchmark.storeOne();
        }
    }

    /** Past the store, which saves hours. */
    private static void fill(StoreOptions options, long reads) throws SQLException, IOException {
        boolean empty;
        try (Store store = Store.open(options, () -> {})) { // makes the tables
            empty = store.events().newest() == 0;
        }
        if (empty) {
            print("Filling with %,d reads".formatted(reads));
            var made = new Traffic(reads, 1);
            if (options.url().isEmpty()) {
                String url = "jdbc:sqlite:" + options.folder().resolve("gantry.sqlite");
                try (Connection connection = SqliteRows.connect(url)) {
                    FastFill.run(connection, new SqliteRows(connection), made, reads);
                }
            } else {
                try (Connection connection =
                        DriverManager.getConnection(options.url().get(), options.user(), options.password())) {
                    FastFill.run(connection, new PostgresqlRows(connection), made, reads);
                }
            }
            print("Filled");
        }
    }

    private static void print(Object line) {
        System.out.printf(Locale.ROOT, "%s  [load %.1f]%n", line, PROCESS.getSystemLoadAverage());
    }

    private void storeMany(long there, long wanted) {
        var made = new Traffic(reads, there);
        for (long number = there; number < wanted; number += REPORT_EVERY) {
            long end = Math.min(wanted, number + REPORT_EVERY);
            long start = System.nanoTime();
            long startProcessor = PROCESS.getProcessCpuTime();
            for (long first = number; first < end; first += BATCH) {
                history.append(LongStream.range(first, Math.min(end, first + BATCH))
                        .mapToObj(made::read)
                        .toList());
            }
            double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
            double processor = (PROCESS.getProcessCpuTime() - startProcessor) / NANOS_PER_SECOND;
            print("%,d reads there; stored %,d in batches of %,d: %,.0f a second, %,.0f a processor's second"
                    .formatted(number, end - number, BATCH, (end - number) / seconds, (end - number) / processor));
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
        plate("wildcard AB?1*", () -> {
            String text = traffic.someText();
            return new PlateSearch.Wildcard(text.substring(0, 2) + "?" + text.charAt(3) + "*");
        });
        plate("wildcard *123", () -> new PlateSearch.Wildcard("*" + part(3, 9)));
        plate("wildcard A*12", () -> {
            String text = traffic.someText();
            return new PlateSearch.Wildcard(text.charAt(0) + "*" + text.substring(text.length() - 2));
        });
        plate(
                "similar, a lookalike",
                () -> new PlateSearch.Similar(traffic.someText().replace('B', '8')));
        plate("similar, another character", () -> {
            String text = traffic.someText();
            return new PlateSearch.Similar(text.substring(0, 3) + "X" + text.substring(4));
        });
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
        rare();
        time("camera and contains 3", () -> camera(null, null, new PlateSearch.Contains(part(1, 3))));
        time("camera and exact", () -> camera(null, null, new PlateSearch.Exact(traffic.someText())));
        time("camera and similar", () -> camera(null, null, new PlateSearch.Similar(traffic.someText())));
        time(
                "region and contains 3",
                () -> filter(null, null, null, null, traffic.someRegion(), null, new PlateSearch.Contains(part(1, 3))));
        plate("exact, once more", () -> new PlateSearch.Exact(traffic.someText()));
    }

    /** What hardly ever, or never, comes together. */
    private void rare() {
        for (Hours hours : List.of(new Hours(3, 4, ZONE), new Hours(22, 6, ZONE))) {
            String name = "%d to %d o'clock".formatted(hours.from(), hours.until());
            time(name, () -> filter(null, null, null, null, null, null, null, hours, null));
            time(
                    name + ", camera",
                    () -> filter(null, null, traffic.someCameraName(), null, null, null, null, hours, null));
            time(
                    name + ", region",
                    () -> filter(null, null, null, null, traffic.someRegion(), null, null, hours, null));
        }
        time("listed (no read is)", () -> filter(null, null, null, null, null, null, null, null, true));
        time("listed, camera", () -> filter(null, null, traffic.someCameraName(), null, null, null, null, null, true));
        time("not listed", () -> filter(null, null, null, null, null, null, null, null, false));
        time(
                "camera and source that never meet, region, listed",
                () -> filter(null, null, "camera-0", "gantry", traffic.someRegion(), null, null, null, true));
        time(
                "camera and source that never meet",
                () -> filter(null, null, "camera-0", "gantry", null, null, null, null, null));
        time(
                "confidence 1, camera",
                () -> filter(null, null, traffic.someCameraName(), null, null, 1.0, null, null, null));
        time("confidence 1", () -> filter(null, null, null, null, null, 1.0, null, null, null));
        time(
                "before all, camera, region",
                () -> filter(null, Traffic.START, traffic.someCameraName(), null, traffic.someRegion(), null, null));
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
        return filter(from, until, camera, dialect, region, confidence, plate, null, null);
    }

    private static ReadFilter filter(
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable String camera,
            @Nullable String dialect,
            @Nullable String region,
            @Nullable Double confidence,
            @Nullable PlateSearch plate,
            @Nullable Hours hours,
            @Nullable Boolean listed) {
        return new ReadFilter(from, until, camera, dialect, region, confidence, plate, hours, listed, null);
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
    private void storeOne() {
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
