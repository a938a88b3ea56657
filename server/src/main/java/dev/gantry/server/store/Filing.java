package dev.gantry.server.store;

import dev.gantry.server.history.HistoryException;
import dev.gantry.server.history.NewRead;
import dev.gantry.server.history.PlateRead;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the pictures of reads that are about to be stored: files come before rows, so that no row names one that is not there. */
final class Filing {

    private static final Logger LOG = LoggerFactory.getLogger(Filing.class);

    private final SnapshotFiles files;

    Filing(SnapshotFiles files) {
        this.files = files;
    }

    /**
     * Reads of the same picture share its file.
     *
     * @throws HistoryException when not all of them can be written; none is left then
     */
    List<FiledRead> file(List<NewRead> reads) {
        var filed = new ArrayList<FiledRead>();
        Map<String, String> pictures = new HashMap<>();
        try {
            for (NewRead read : reads) {
                filed.add(file(read, pictures));
            }
            return filed;
        } catch (IOException e) {
            discard(filed, List.of());
            pictures.values().forEach(this::remove);
            throw new HistoryException("A read's pictures cannot be written", e);
        }
    }

    private FiledRead file(NewRead read, Map<String, String> pictures) throws IOException {
        byte @Nullable [] picture = read.evidence().picture();
        String digest = read.pictureDigest();
        long bytes = 0;
        String pictureName = null;
        if (picture != null && digest != null) {
            pictureName = pictures.get(digest);
            if (pictureName == null) {
                pictureName = files.keepPicture(read.time(), picture);
                pictures.put(digest, pictureName);
                bytes += picture.length;
            }
        }
        byte @Nullable [] strip = read.evidence().strip();
        if (strip == null) {
            return new FiledRead(read, null, pictureName, bytes);
        }
        return new FiledRead(read, files.keepStrip(read.time(), strip), pictureName, bytes + strip.length);
    }

    /** Removes what was written for reads that were not stored after all. */
    void discard(List<FiledRead> filed, List<PlateRead> stored) {
        Set<@Nullable String> used = new HashSet<>();
        stored.stream().flatMap(read -> Stream.of(read.strip(), read.picture())).forEach(used::add);
        for (FiledRead read : filed) {
            for (String file : new @Nullable String[] {read.strip(), read.picture()}) {
                if (file != null && !used.contains(file)) {
                    remove(file);
                }
            }
        }
    }

    /** Removes the files of a read that has others now. */
    void discard(PlateRead before, List<PlateRead> now) {
        for (String file : new @Nullable String[] {before.strip(), before.picture()}) {
            if (file != null
                    && now.stream().noneMatch(read -> file.equals(read.strip()) || file.equals(read.picture()))) {
                remove(file);
            }
        }
    }

    private void remove(String file) {
        try {
            files.delete(file);
        } catch (IOException e) {
            LOG.warn("{} is left for the next look for orphans", file, e);
        }
    }
}
