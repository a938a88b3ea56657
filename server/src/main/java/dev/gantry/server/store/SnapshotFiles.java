package dev.gantry.server.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Strips and pictures as files in a folder for each day. A file is there wholly or not at all as long as the machine itself
 * does not fail: they are not forced to the disk one by one, which would cost more than all the rest of storing a read.
 */
final class SnapshotFiles {

    private static final String STRIPS = "strips";

    private static final String PICTURES = "pictures";

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy/MM/dd").withZone(ZoneOffset.UTC);

    /** Kind, year, month and day. */
    private static final int DAY_DEPTH = 4;

    /** Names in rows come from us; a row that was tampered with must not lead elsewhere. */
    private static final Pattern NAME = Pattern.compile("[a-z]+/\\d{4,}/\\d\\d/\\d\\d/[0-9a-z-]+(\\.[a-z]+){0,2}");

    private static final String PART = ".part";

    /** Its time of change tells until when files have been checked for orphans. */
    private static final String CHECKED = ".checked";

    private final Path folder;

    SnapshotFiles(Path folder) {
        this.folder = folder;
    }

    /** Keeps a plate's strip. @return its name */
    String keepStrip(Instant time, byte[] jpeg) throws IOException {
        return keep(STRIPS, time, ".jpg", jpeg);
    }

    /** Keeps a whole picture. @return its name */
    String keepPicture(Instant time, byte[] file) throws IOException {
        return keep(PICTURES, time, "", file);
    }

    private String keep(String kind, Instant time, String suffix, byte[] bytes) throws IOException {
        String name = kind + "/" + DAY.format(time) + "/" + UUID.randomUUID() + suffix;
        Path path = folder.resolve(name);
        try {
            write(path, bytes);
        } catch (NoSuchFileException _) { // the day's first
            Files.createDirectories(path.getParent());
            write(path, bytes);
        }
        return name;
    }

    private static void write(Path path, byte[] bytes) throws IOException {
        Path part = path.resolveSibling(path.getFileName() + PART);
        try {
            Files.write(part, bytes);
            Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.deleteIfExists(part);
            throw e;
        }
    }

    /** @throws NoSuchFileException when it is no longer there, or empty after a power cut */
    byte[] read(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(path(name));
        if (bytes.length == 0) {
            throw new NoSuchFileException(name);
        }
        return bytes;
    }

    void delete(String name) throws IOException {
        Files.deleteIfExists(path(name));
    }

    private Path path(String name) throws IOException {
        if (!NAME.matcher(name).matches()) {
            throw new NoSuchFileException(name);
        }
        return folder.resolve(name);
    }

    /** Until when files have been checked; a folder that never was is checked from now on. */
    Instant checkedUntil() throws IOException {
        Path mark = folder.resolve(CHECKED);
        if (!Files.exists(mark)) {
            Files.createDirectories(folder);
            Files.createFile(mark);
        }
        return Files.getLastModifiedTime(mark).toInstant();
    }

    void markChecked(Instant until) throws IOException {
        Files.setLastModifiedTime(folder.resolve(CHECKED), FileTime.from(until));
    }

    /** Folders of days in which something was written or removed since then. */
    List<Path> daysChangedSince(Instant since) throws IOException {
        try (Stream<Path> found = Files.find(
                folder,
                DAY_DEPTH,
                (path, attributes) -> attributes.isDirectory()
                        && folder.relativize(path).getNameCount() == DAY_DEPTH
                        && !attributes.lastModifiedTime().toInstant().isBefore(since))) {
            return found.toList();
        }
    }

    /** Names of files in a day's folder by when they were written. */
    List<String> writtenBetween(Path day, Instant since, Instant until) throws IOException {
        try (Stream<Path> found = Files.find(day, 1, (_, attributes) -> {
            Instant written = attributes.lastModifiedTime().toInstant();
            return attributes.isRegularFile() && !written.isBefore(since) && written.isBefore(until);
        })) {
            return found.map(path -> folder.relativize(path).toString().replace('\\', '/'))
                    .toList();
        }
    }

    /** The first moment of a folder's day. */
    static Instant start(Path day) {
        String date = day.getName(day.getNameCount() - 3) + "-" + day.getName(day.getNameCount() - 2) + "-"
                + day.getFileName();
        return LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
