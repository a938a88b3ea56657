package dev.gantry.server.store;

import dev.gantry.server.history.PlateRead;
import dev.gantry.server.review.QueueOrder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Reads that wait for a person's verdict. Only what has a strip can be judged. */
final class ReviewQueue {

    private static final String WAITS = "verdict IS NULL AND strip IS NOT NULL"
            // an open sighting's text and picture may still change after the verdict
            + " AND NOT EXISTS (SELECT 1 FROM sighting WHERE sighting.id = plate_read.sighting AND state = 'open')";

    /** So many draws for each read that is wanted: the same one may be drawn twice. */
    private static final int DRAWS = 2;

    private final Database database;

    ReviewQueue(Database database) {
        this.database = database;
    }

    List<PlateRead> waiting(QueueOrder order, @Nullable String camera, @Nullable Long after, int limit) {
        return Reading.from(database, handle -> switch (order) {
            case DOUBTFUL -> doubtful(handle, camera, after, limit);
            case RANDOM -> random(handle, camera, limit);
        });
    }

    private static List<PlateRead> doubtful(Handle handle, @Nullable String camera, @Nullable Long after, int limit) {
        String sql = "SELECT id FROM plate_read WHERE " + WAITS + ofCamera(camera)
                + (after == null
                        ? ""
                        : " AND (margin, id) > (coalesce((SELECT margin FROM plate_read WHERE id = :after), 0), :after)")
                + " ORDER BY margin, id LIMIT :limit";
        Query query = bound(handle.createQuery(sql), camera).bind("limit", limit);
        List<Long> ids = (after == null ? query : query.bind("after", after))
                .mapTo(long.class)
                .list();
        return inOrder(handle, ids);
    }

    /** The next one that waits behind a random number, again and again; gaps make that a little uneven, and it is fast. */
    private static List<PlateRead> random(Handle handle, @Nullable String camera, int limit) {
        Optional<Long> newest = handle.createQuery("SELECT max(id) FROM plate_read")
                .mapTo(Long.class)
                .findOne();
        Set<Long> ids = new LinkedHashSet<>();
        for (int i = 0; newest.isPresent() && i < DRAWS * limit && ids.size() < limit; i++) {
            long drawn = ThreadLocalRandom.current().nextLong(newest.get()) + 1;
            next(handle, camera, drawn).or(() -> next(handle, camera, 0)).ifPresent(ids::add);
        }
        return inOrder(handle, List.copyOf(ids));
    }

    private static Optional<Long> next(Handle handle, @Nullable String camera, long from) {
        String sql =
                "SELECT id FROM plate_read WHERE id >= :from AND " + WAITS + ofCamera(camera) + " ORDER BY id LIMIT 1";
        return bound(handle.createQuery(sql), camera)
                .bind("from", from)
                .mapTo(Long.class)
                .findOne();
    }

    private static String ofCamera(@Nullable String camera) {
        return camera == null ? "" : " AND camera = :camera";
    }

    private static Query bound(Query query, @Nullable String camera) {
        return camera == null ? query : query.bind("camera", camera);
    }

    private static List<PlateRead> inOrder(Handle handle, List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var reads =
                new ArrayList<>(handle.createQuery("SELECT " + ReadRow.COLUMNS + " FROM plate_read WHERE id IN (<ids>)")
                        .bindList("ids", ids)
                        .map((row, _) -> ReadRow.read(row))
                        .list());
        reads.sort((a, b) -> Integer.compare(ids.indexOf(a.id()), ids.indexOf(b.id())));
        return List.copyOf(reads);
    }

    long length() {
        return Reading.from(
                database,
                handle -> handle.createQuery("SELECT count(*) FROM plate_read WHERE " + WAITS)
                        .mapTo(long.class)
                        .one());
    }
}
