package dev.gantry.server;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * ONNX Runtime unpacks its native libraries (some 20 MB) to a temporary folder and deletes them at the end of the process,
 * but not when that is killed. So a server that is killed again and again would fill the disk.
 */
final class NativeLeftovers {

    private static final Logger LOG = LoggerFactory.getLogger(NativeLeftovers.class);

    private static final String PATTERN = "onnxruntime-java*";

    /**
     * A process loads what it has unpacked within seconds and does not need the files any more; so older ones are of no use
     * even if their process still runs.
     */
    private static final Duration LEAST_AGE = Duration.ofMinutes(10);

    private NativeLeftovers() {}

    /** Deletes what is old in a folder of temporary files; what cannot be deleted, such as other users' files, stays. */
    static void delete(Path temporary, Instant now) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, PATTERN)) {
            for (Path folder : folders) {
                Instant changed = Files.getLastModifiedTime(folder, LinkOption.NOFOLLOW_LINKS)
                        .toInstant();
                if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) && changed.isBefore(now.minus(LEAST_AGE))) {
                    delete(folder);
                }
            }
        } catch (IOException e) {
            LOG.debug("Old files in {} cannot be looked for", temporary, e);
        }
    }

    /** The libraries lie in the folder itself; a folder in it is not ONNX Runtime's and stays. */
    private static void delete(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
            LOG.info("Deleted {}, which a killed process had left", folder);
        } catch (IOException e) {
            LOG.debug("{} cannot be deleted", folder, e);
        }
    }
}
