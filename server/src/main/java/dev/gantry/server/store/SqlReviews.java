package dev.gantry.server.store;

import dev.gantry.server.history.PlateKey;
import dev.gantry.server.history.PlateRead;
import dev.gantry.server.history.Verdict;
import dev.gantry.server.review.Correction;
import dev.gantry.server.review.NewReview;
import dev.gantry.server.review.QueueOrder;
import dev.gantry.server.review.ReviewEntry;
import dev.gantry.server.review.Reviews;
import dev.gantry.server.review.Tally;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The log of verdicts as table {@code review}; what follows from it is kept in the reads' rows. */
final class SqlReviews implements Reviews {

    /** Reads that are fetched at once when all are wanted. */
    private static final int EXPORT_PAGE = 500;

    private static final String COUNTS = """
            SELECT verdict, coalesce(sampled, 0) AS sampled, count(*) AS reads FROM plate_read
            WHERE verdict IS NOT NULL GROUP BY verdict, coalesce(sampled, 0)""";

    private final Database database;
    private final Writer writer;
    private final ReviewQueue queue;

    SqlReviews(Database database, Writer writer) {
        this.database = database;
        this.writer = writer;
        this.queue = new ReviewQueue(database);
    }

    @Override
    public Optional<ReviewEntry> add(NewReview review) {
        return writer.write(handle -> ReviewInsert.insert(handle, review, Instant.now()));
    }

    @Override
    public List<ReviewEntry> of(long read) {
        return Reading.from(
                database,
                handle -> handle.createQuery("SELECT * FROM review WHERE read_id = :read ORDER BY id")
                        .bind("read", read)
                        .map((row, _) -> entry(row))
                        .list());
    }

    private static ReviewEntry entry(ResultSet row) throws SQLException {
        return new ReviewEntry(
                row.getLong("id"),
                row.getLong("read_id"),
                Instant.ofEpochMilli(row.getLong("time")),
                Verdict.of(row.getString("verdict")),
                row.getString("text"),
                row.getInt("sampled") != 0);
    }

    @Override
    public List<PlateRead> waiting(QueueOrder order, @Nullable String camera, @Nullable Long after, int limit) {
        return queue.waiting(order, camera, after, limit);
    }

    private record Count(Verdict verdict, boolean sampled, long reads) {}

    @Override
    public Tally tally() {
        List<Count> counts = Reading.from(
                database,
                handle -> handle.createQuery(COUNTS)
                        .map((row, _) -> new Count(
                                Verdict.of(row.getString("verdict")), row.getInt("sampled") != 0, row.getLong("reads")))
                        .list());
        List<Count> sampled = counts.stream().filter(Count::sampled).toList();
        return new Tally(counts(counts), counts(sampled), queue.length());
    }

    private static Tally.Counts counts(List<Count> counts) {
        return new Tally.Counts(
                sum(counts, Verdict.CONFIRMED), sum(counts, Verdict.CORRECTED), sum(counts, Verdict.NOT_A_PLATE));
    }

    private static long sum(List<Count> counts, Verdict verdict) {
        return counts.stream()
                .filter(count -> count.verdict() == verdict)
                .mapToLong(Count::reads)
                .sum();
    }

    @Override
    public void forEach(Set<Verdict> verdicts, Consumer<PlateRead> consumer) {
        for (Verdict verdict : verdicts) {
            List<PlateRead> page;
            long last = 0;
            do {
                page = page(verdict, last);
                page.forEach(consumer);
                last = page.isEmpty() ? last : page.getLast().id();
            } while (page.size() == EXPORT_PAGE);
        }
    }

    private List<PlateRead> page(Verdict verdict, long after) {
        return Reading.from(
                database,
                handle -> handle.createQuery("SELECT " + ReadRow.COLUMNS
                                + " FROM plate_read WHERE verdict = :verdict AND id > :after ORDER BY id LIMIT :limit")
                        .bind("verdict", verdict.key())
                        .bind("after", after)
                        .bind("limit", EXPORT_PAGE)
                        .map((row, _) -> ReadRow.read(row))
                        .list());
    }

    @Override
    public List<Correction> corrections(int limit) {
        return Reading.from(
                database,
                handle -> handle.createQuery("SELECT text, correction FROM plate_read WHERE verdict = 'corrected'"
                                + " ORDER BY id DESC LIMIT :limit")
                        .bind("limit", limit)
                        .map((row, _) -> new Correction(
                                PlateKey.of(row.getString("text")), PlateKey.of(row.getString("correction"))))
                        .list());
    }
}
