package dev.gantry.server.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gantry.server.event.Event;
import dev.gantry.server.history.PlateKey;
import dev.gantry.server.history.PlateRead;
import dev.gantry.server.history.Verdict;
import dev.gantry.server.json.Json;
import dev.gantry.server.json.ReviewEventJson;
import dev.gantry.server.review.NewReview;
import dev.gantry.server.review.ReviewEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Adds a verdict with all that follows from it, inside a transaction. */
final class ReviewInsert {

    private static final JsonMapper JSON = Json.mapper();

    private ReviewInsert() {}

    static Optional<ReviewEntry> insert(Handle handle, NewReview review, Instant now) {
        Counter.EVENT.lock(handle); // from here on no other node changes plates
        Optional<PlateRead> read = handle.createQuery("SELECT " + ReadRow.COLUMNS + " FROM plate_read WHERE id = :id")
                .bind("id", review.read())
                .map((row, _) -> ReadRow.read(row))
                .findOne();
        return read.map(known -> insert(handle, known, review, now));
    }

    private static ReviewEntry insert(Handle handle, PlateRead read, NewReview review, Instant now) {
        long id = handle.createQuery("INSERT INTO review (read_id, time, verdict, text, sampled)"
                        + " VALUES (:read, :time, :verdict, :text, :sampled) RETURNING id")
                .bind("read", read.id())
                .bind("time", now.toEpochMilli())
                .bind("verdict", review.verdict().key())
                .bind("text", review.text())
                .bind("sampled", review.sampled() ? 1 : 0)
                .mapTo(long.class)
                .one();
        judge(handle, read, review);
        var entry = new ReviewEntry(
                id,
                read.id(),
                Instant.ofEpochMilli(now.toEpochMilli()),
                review.verdict(),
                review.text(),
                review.sampled());
        tell(handle, entry, read);
        return entry;
    }

    /** Brings the read's row up to date. */
    private static void judge(Handle handle, PlateRead read, NewReview review) {
        boolean undone = review.verdict() == Verdict.UNDONE;
        @Nullable String text = review.text();
        String plate = PlateKey.of(text == null ? read.text() : text);
        PlateTable.add(handle, List.of(plate));
        handle.createUpdate("UPDATE plate_read SET verdict = :verdict, correction = :correction, sampled = :sampled,"
                        + " plate = :plate WHERE id = :id")
                .bind("verdict", undone ? null : review.verdict().key())
                .bind("correction", text)
                .bind("sampled", undone ? null : Integer.valueOf(review.sampled() ? 1 : 0))
                .bind("plate", plate)
                .bind("id", read.id())
                .execute();
        PlateTable.dropUnused(handle, List.of(read.plate()));
    }

    private static void tell(Handle handle, ReviewEntry entry, PlateRead read) {
        try {
            SqlEventLog.insert(
                    handle,
                    UUID.randomUUID().toString(),
                    Event.REVIEW,
                    JSON.writeValueAsString(ReviewEventJson.of(entry, read)),
                    entry.read());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
