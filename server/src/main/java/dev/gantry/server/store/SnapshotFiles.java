package dev.gantry.server.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.regex.Pattern;

/** Strips and pictures as files in a folder for each day. A file is there wholly or not at all. */
final class SnapshotFiles {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy/MM/dd").withZone(ZoneOffset.UTC);

    /** Names in rows come from us; a row that was tampered with must not lead elsewhere. */
    private static final Pattern NAME = Pattern.compile("[a-z]+/\\d{4,}/\\d\\d/\\d\\d/[0-9a-z-]+(\\.[a-z]+)?");

    private static final String PART = ".part";

    private final Path folder;

    SnapshotFiles(Path folder) {
        this.folder = folder;
    }

    /** Keeps a plate's strip. @return its name */
    String keepStrip(Instant time, byte[] jpeg) throws IOException {
        String name = "strips/" + DAY.format(time) + "/" + UUID.randomUUID() + ".jpg";
        write(folder.resolve(name), jpeg);
        return name;
    }

    /** Keeps a whole picture, once for all of its plates. @return its name */
    String keepPicture(Instant time, String digest, byte[] file) throws IOException {
        String name = "pictures/" + DAY.format(time) + "/" + digest;
        Path path = folder.resolve(name);
        if (!Files.exists(path)) {
            write(path, file);
        }
        return name;
    }

    private static void write(Path path, byte[] bytes) throws IOException {
        Files.createDirectories(path.getParent());
        Path part = path.resolveSibling(UUID.randomUUID() + PART);
        try {
            Files.write(part, bytes);
            Files.move(part, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(part);
            throw e;
        }
    }

    /** @throws NoSuchFileException when it is no longer there */
    byte[] read(String name) throws IOException {
        return Files.readAllBytes(path(name));
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
}
