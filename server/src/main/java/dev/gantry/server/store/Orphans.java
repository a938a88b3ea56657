package dev.gantry.server.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes files that no read names: files are written before their read is stored, and a crash in between leaves them. Each
 * run looks at what was written since the run before; older files are never touched, so that a folder that is used with
 * another database keeps what it has.
 */
final class Orphans {

    private static final Logger LOG = LoggerFactory.getLogger(Orphans.class);

    /** Reads whose files are older have long been stored, or never will be. */
    private static final Duration STORED_BY_THEN = Duration.ofHours(1);

    private final Database database;
    private final SnapshotFiles files;
    private final Clock clock;

    Orphans(Database database, SnapshotFiles files, Clock clock) {
        this.database = database;
        this.files = files;
        this.clock = clock;
    }

    void remove() throws IOException {
        Instant until = clock.instant().minus(STORED_BY_THEN);
        Instant since = files.checkedUntil();
        if (!since.isBefore(until)) {
            return;
        }
        for (Path day : files.daysChangedSince(since)) {
            remove(day, files.writtenBetween(day, since, until));
        }
        files.markChecked(until);
    }

    private void remove(Path day, List<String> written) throws IOException {
        if (written.isEmpty()) {
            return;
        }
        Set<String> orphans = new HashSet<>(written);
        orphans.removeAll(named(SnapshotFiles.start(day)));
        for (String orphan : orphans) {
            files.delete(orphan);
        }
        if (!orphans.isEmpty()) {
            LOG.info("Removed {} files that a crash had left", orphans.size());
        }
    }

    /** A read's files are in the folder of its own day. */
    private Set<String> named(Instant day) {
        var names = new HashSet<String>();
        Reading.from(database, handle -> {
            handle.createQuery("SELECT strip, picture FROM plate_read WHERE time >= :from AND time < :until")
                    .bind("from", day.toEpochMilli())
                    .bind("until", day.plus(Duration.ofDays(1)).toEpochMilli())
                    .map((row, _) -> {
                        names.add(row.getString("strip"));
                        names.add(row.getString("picture"));
                        return row;
                    })
                    .forEach(_ -> {});
            return names;
        });
        return names;
    }
}
