package dev.gantry.benchmarks.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Starts a server, lets many listen to its events, posts reads at a steady pace and tells how soon everybody has heard of
 * each. Three phases of the same length: to warm up; everybody reads; and some more have come who read nothing at all.
 * In the end those read on, and must have missed nothing.
 *
 * <pre>java -cp benchmarks/target/dist/gantry-benchmarks.jar dev.gantry.benchmarks.events.StreamBenchmark \
 *     [SUBSCRIBERS READS-A-SECOND SECONDS STALLED PATH]</pre>
 */
final class StreamBenchmark {

    /** With the models in it there is no room for a thousand queues that grow. */
    private static final String HEAP = "256m";

    /** From the last read on, until everybody has heard of it. */
    private static final Duration AFTERMATH = Duration.ofSeconds(10);

    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final ServerProcess server;
    private final int subscribers;
    private final int perSecond;
    private final int seconds;
    private final int stalled;
    private final String path;

    private StreamBenchmark(ServerProcess server, String[] arguments) {
        this.server = server;
        this.subscribers = number(arguments, 0, 1_000);
        this.perSecond = number(arguments, 1, 50);
        this.seconds = number(arguments, 2, 10);
        this.stalled = number(arguments, 3, 20);
        this.path = arguments.length > 4 ? arguments[4] : "/api/v1/events";
    }

    private static int number(String[] arguments, int index, int otherwise) {
        return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("gantry-events");
        try (var server = ServerProcess.start(HEAP, List.of("data.folder=" + folder))) {
            new StreamBenchmark(server, arguments).run();
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void run() throws IOException {
        int phase = perSecond * seconds;
        var reads = new Reads(server.uri("/alpr_data"), 3 * phase, perSecond);
        print("%,d subscribers to %s, %d reads a second".formatted(subscribers, path, perSecond));
        print("Memory before: %.0f MiB".formatted(server.residentMiB()));
        try (var audience = Audience.of(server, path, subscribers, reads.count(), false)) {
            audience.listen(_ -> false, MOMENT); // the answers begin
            print("Memory with subscribers: %.0f MiB".formatted(server.residentMiB()));
            var posting = CompletableFuture.runAsync(() -> post(reads));
            audience.listen(_ -> false, Duration.ofSeconds(2L * seconds));
            print("Memory after %d s: %.0f MiB".formatted(2 * seconds, server.residentMiB()));
            try (var stall = Audience.of(server, path, stalled, reads.count(), true)) {
                audience.listen(Subscriber::isAtEnd, Duration.ofSeconds(seconds).plus(AFTERMATH));
                posting.join();
                audience.listen(_ -> false, MOMENT); // the last ones may have overtaken each other
                report(audience, reads, phase);
                print("Memory with %d stalled: %.0f MiB".formatted(stalled, server.residentMiB()));
                reportStalled(stall, reads);
            }
        }
        print("Memory at most: %.0f MiB; the server's processor time: %.1f s"
                .formatted(server.peakMiB(), server.processorSeconds()));
    }

    private static void post(Reads reads) {
        try {
            reads.post();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void report(Audience audience, Reads reads, int phase) {
        print("Everybody reads: " + Delays.of(audience.subscribers(), reads, phase, 2 * phase));
        print("%d are stalled: %s".formatted(stalled, Delays.of(audience.subscribers(), reads, 2 * phase, 3 * phase)));
        long served = audience.subscribers().stream()
                .filter(one -> one.hasAllSince(0))
                .count();
        print("Got every read, and once: %,d of %,d".formatted(served, subscribers));
    }

    /** They came amid the stream: which read is the first that they hear of is not known. */
    private void reportStalled(Audience stall, Reads reads) {
        stall.listen(Subscriber::isAtEnd, AFTERMATH);
        stall.listen(_ -> false, MOMENT);
        long complete = stall.subscribers().stream()
                .filter(one -> one.first() < reads.count() && one.hasAllSince(one.first()))
                .count();
        print("The stalled read on: %d of %d have every read since they came".formatted(complete, stalled));
    }

    private static void print(String line) {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        System.out.printf(Locale.ROOT, "%s  [load %.1f]%n", line, load);
    }
}
