package dev.gantry.server.camera.managed;

import dev.gantry.image.Image;
import dev.gantry.image.ImageDecoder;
import dev.gantry.image.ImageException;
import dev.gantry.server.camera.Frame;
import dev.gantry.server.camera.FrameSource;
import dev.gantry.server.camera.VideoException;
import dev.gantry.server.camera.VideoException.Code;
import dev.gantry.server.files.PictureFile;
import dev.gantry.server.files.PictureFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pictures that are put into a folder, oldest names first. A file is taken once it has not changed from one look to the next,
 * and moved or deleted when the next one is asked for. What is no picture, or broken, is dealt with likewise.
 */
final class FolderFrames implements FrameSource {

    private static final Logger LOG = LoggerFactory.getLogger(FolderFrames.class);

    /** A file's state at one look; when it is the same at the next one, its writer is done. */
    private record Seen(long size, FileTime changed) {}

    private final CameraSource.Folder source;
    private final ImageDecoder decoder;
    private final long maxBytes;
    private final Duration look;
    private final long start = System.nanoTime();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Queue<Path> ready = new ArrayDeque<>();
    private final Set<Path> stuck = new HashSet<>();
    private Map<Path, Seen> before = new HashMap<>();
    private @Nullable Path taken;

    /**
     * @param maxBytes of a picture
     * @param look time from one look into the folder to the next
     */
    FolderFrames(CameraSource.Folder source, ImageDecoder decoder, long maxBytes, Duration look) throws VideoException {
        this.source = source;
        this.decoder = decoder;
        this.maxBytes = maxBytes;
        this.look = look;
        check();
    }

    private void check() throws VideoException {
        if (!Files.isDirectory(source.folder())) {
            throw new VideoException(Code.NOT_FOUND, "There is no folder " + source.folder() + ".");
        }
    }

    @Override
    public @Nullable Frame next() throws VideoException, InterruptedException {
        release();
        while (closed.getCount() > 0) {
            Path file = ready.poll();
            if (file == null) {
                scan();
                if (ready.isEmpty()) {
                    closed.await(look.toNanos(), TimeUnit.NANOSECONDS);
                }
                continue;
            }
            taken = file;
            try {
                Image image = decoder.decode(PictureFile.read(file, maxBytes));
                return new Frame(Duration.ofNanos(System.nanoTime() - start), image);
            } catch (ImageException | IOException e) {
                LOG.warn("The picture {} cannot be used: {}", file, e.getMessage());
                release();
            }
        }
        return null;
    }

    private void scan() throws VideoException {
        check();
        Map<Path, Seen> now = new HashMap<>();
        for (PictureFiles.Entry entry : PictureFiles.find(source.folder())) {
            if (entry instanceof PictureFiles.Found found && !isBeyond(found.path())) {
                look(found.path(), now);
            }
        }
        stuck.removeIf(file -> !Files.exists(file)); // they are passed over above, so they are not in now
        before = now;
    }

    /** Pictures that were moved into a folder below are not taken once more. */
    private boolean isBeyond(Path file) {
        Path moveTo = source.moveTo();
        return stuck.contains(file) || (moveTo != null && file.toAbsolutePath().startsWith(moveTo.toAbsolutePath()));
    }

    private void look(Path file, Map<Path, Seen> now) {
        try {
            var seen = new Seen(Files.size(file), Files.getLastModifiedTime(file));
            now.put(file, seen);
            if (seen.size() > 0 && seen.equals(before.get(file))) {
                ready.add(file);
                now.remove(file);
            }
        } catch (IOException _) { // it has just gone
        }
    }

    /** The last picture was looked at: it goes. One that cannot is not taken again as long as it is there. */
    private void release() {
        Path file = taken;
        taken = null;
        if (file == null) {
            return;
        }
        try {
            Path moveTo = source.moveTo();
            if (moveTo == null) {
                Files.deleteIfExists(file);
            } else {
                Path target = moveTo.resolve(source.folder().relativize(file));
                Files.createDirectories(target.getParent());
                Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            stuck.add(file);
            LOG.warn("The picture {} can be neither moved nor deleted: {}", file, e.getMessage());
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
