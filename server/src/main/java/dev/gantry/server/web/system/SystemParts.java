package dev.gantry.server.web.system;

import dev.gantry.model.ModelInfo;
import dev.gantry.server.camera.managed.CameraInfo;
import dev.gantry.server.camera.managed.CameraState;
import dev.gantry.server.camera.managed.Cameras;
import dev.gantry.server.event.Event;
import dev.gantry.server.event.EventLog;
import dev.gantry.server.event.EventStreams;
import dev.gantry.server.event.redis.RedisLink;
import dev.gantry.server.history.HistoryException;
import dev.gantry.server.recognition.RecognitionService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the System page looks at.
 *
 * @param version Gantry's own
 * @param folder where everything is kept
 * @param database how the database is called: {@code SQLite} or {@code PostgreSQL}
 * @param models the models in use; empty while they load
 */
public record SystemParts(
        String version,
        Path folder,
        String database,
        RecognitionService service,
        EventLog events,
        EventStreams streams,
        Optional<RedisLink> redis,
        Cameras cameras,
        Supplier<List<ModelInfo>> models) {

    private static final int LATEST_EVENTS = 25;

    private static final double LITTLE_SPACE = 0.10;
    private static final double NO_SPACE = 0.02;

    /**
     * How one part is.
     *
     * @param name names its word, {@code system.part.NAME}
     * @param state {@code good}, {@code fair} or {@code bad}
     * @param detail names the sentence about it, {@code system.NAME.DETAIL}
     * @param values names and values in the sentence, in turn
     */
    public record Part(String name, String state, String detail, List<Object> values) {

        public Part {
            values = List.copyOf(values);
        }

        static Part of(String name, String state, String detail, Object... values) {
            return new Part(name, state, detail, List.of(values));
        }
    }

    List<Part> health() {
        List<Part> parts = new ArrayList<>();
        parts.add(
                service.isReady()
                        ? Part.of(
                                "recognition", "good", "ready", "busy", service.working(), "waiting", service.waiting())
                        : Part.of("recognition", "fair", "loading"));
        parts.add(database(folder));
        parts.add(space(folder));
        parts.add(Part.of("streams", "good", "listening", "count", streams.subscribers(), "sent", streams.sent()));
        cameras(cameras.all()).ifPresent(parts::add);
        redis.map(link -> Part.of("redis", link.isUp() ? "good" : "bad", link.isUp() ? "up" : "down", "waiting", link.waiting()))
                .ifPresent(parts::add);
        return List.copyOf(parts);
    }

    /** Empty when there are none that are to be watched. */
    private static Optional<Part> cameras(List<CameraInfo> all) {
        List<CameraInfo> wanted =
                all.stream().filter(camera -> camera.definition().enabled()).toList();
        long online = wanted.stream()
                .filter(camera -> camera.status().state() == CameraState.ONLINE)
                .count();
        String state = online == wanted.size() ? "good" : online > 0 ? "fair" : "bad";
        return wanted.isEmpty()
                ? Optional.empty()
                : Optional.of(Part.of("cameras", state, "online", "online", online, "all", wanted.size()));
    }

    private Part database(Path folder) {
        try {
            long newest = events.newest();
            return Part.of(
                    "database", "good", "open", "kind", database, "events", newest, "size", Bytes.of(databaseBytes(folder)));
        } catch (HistoryException _) {
            return Part.of("database", "bad", "away", "kind", database);
        }
    }

    /** Of the files beside each other that are SQLite's; 0 when the database is elsewhere. */
    private static long databaseBytes(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("gantry.sqlite"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException | UncheckedIOException _) {
            return 0;
        }
    }

    private static Part space(Path folder) {
        try {
            FileStore disk = Files.getFileStore(folder);
            double free = (double) disk.getUsableSpace() / disk.getTotalSpace();
            String state = free < NO_SPACE ? "bad" : free < LITTLE_SPACE ? "fair" : "good";
            return Part.of(
                    "disk", state, "free", "free", Bytes.of(disk.getUsableSpace()), "total", Bytes.of(disk.getTotalSpace()));
        } catch (IOException e) {
            return Part.of("disk", "bad", "away", "why", String.valueOf(e.getMessage()));
        }
    }

    /** The newest events, newest first. */
    List<Event> latest() {
        try {
            return events.after(Math.max(0, events.newest() - LATEST_EVENTS), LATEST_EVENTS).reversed();
        } catch (HistoryException _) {
            return List.of();
        }
    }

    /** What it runs on: names and values. */
    List<Fact> versions() {
        Runtime machine = Runtime.getRuntime();
        return List.of(
                new Fact("gantry", version),
                new Fact("java", Runtime.version() + " (" + property("java.vm.vendor") + ")"),
                new Fact("os", property("os.name") + " " + property("os.version") + ", " + property("os.arch")),
                new Fact("processors", String.valueOf(machine.availableProcessors())),
                new Fact("memory", Bytes.of(machine.totalMemory() - machine.freeMemory()) + " / " + Bytes.of(machine.maxMemory())),
                new Fact("folder", folder.toAbsolutePath().normalize().toString()));
    }

    /** A fact by its name, for which there is a word. */
    public record Fact(String name, String value) {}

    private static String property(String name) {
        @Nullable String value = System.getProperty(name);
        return value == null ? "" : value;
    }
}
