package dev.gantry.server.store;

import dev.gantry.server.event.Event;
import dev.gantry.server.history.PlateRead;
import dev.gantry.server.json.SightingEventJson;
import dev.gantry.server.sighting.Sighting;
import dev.gantry.server.sighting.SightingReport;
import dev.gantry.track.SightingEvent.Kind;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Stores what happens to sightings, with their best reads and events, inside a transaction. */
final class SightingWrite {

    /** A text that somebody has confirmed is what the plate says: when another is read later, it corrects that one. */
    private static final String BEST_READ = """
            UPDATE plate_read SET time = :time, text = :text, confidence = :confidence, margin = :margin, width = :width,
                plate = CASE WHEN correction IS NULL AND coalesce(verdict, '') <> 'confirmed' THEN :plate ELSE plate END,
                correction = CASE WHEN verdict = 'confirmed' AND text <> :text THEN text ELSE correction END,
                verdict = CASE WHEN verdict = 'confirmed' AND text <> :text THEN 'corrected' ELSE verdict END,
                country = :country, region = :region, box = :box, corners = :corners, candidates = :candidates,
                picture_digest = :pictureDigest, model_digest = :modelDigest, strip = :strip, picture = :picture,
                bytes = :bytes, read_group = :readGroup
            WHERE id = :id""";

    private SightingWrite() {}

    /**
     * What was stored.
     *
     * @param read as it is now
     * @param before the best read as it was; empty when it is new
     */
    record Written(Sighting sighting, PlateRead read, Optional<PlateRead> before) {}

    /** @return empty when it is one that has been forgotten */
    static Optional<Written> write(Database database, Handle handle, SightingReport report, FiledRead best) {
        Counter.EVENT.lock(handle); // from here on nobody else, on no node, changes reads
        Optional<PlateRead> before = handle.createQuery(
                        "SELECT " + ReadRow.COLUMNS + " FROM plate_read WHERE uid = :uid AND sighting IS NOT NULL")
                .bind("uid", report.uid())
                .map((row, _) -> ReadRow.read(row))
                .findOne();
        if (before.isPresent()) {
            return Optional.of(update(handle, report, best, before.get()));
        }
        return report.kind() == Kind.SEEN ? insert(database, handle, report, best) : Optional.empty();
    }

    private static Optional<Written> insert(Database database, Handle handle, SightingReport report, FiledRead best) {
        FiledRead whole = best.with(best.bytes() + SightingRow.stripBytes(report.rawReads()));
        List<PlateRead> reads = ReadInsert.insert(database, handle, List.of(whole), true);
        if (reads.isEmpty()) {
            return Optional.empty(); // the same uid, as a read of another source: nobody does that
        }
        PlateRead read = reads.getFirst();
        Sighting sighting = SightingRow.of(Counter.SIGHTING.take(handle, 1), read.id(), report);
        SightingRow.bind(handle.createUpdate(SightingRow.INSERT), sighting, report)
                .bind("uid", sighting.uid())
                .bind("camera", sighting.camera())
                .bind("bestRead", sighting.bestRead())
                .execute();
        handle.createUpdate("UPDATE plate_read SET sighting = :sighting WHERE id = :id")
                .bind("sighting", sighting.id())
                .bind("id", read.id())
                .execute();
        tell(handle, report.kind(), sighting);
        return Optional.of(new Written(sighting, read, Optional.empty()));
    }

    /** The read stays the same row, whatever frame stands for the sighting now: lists and reviews may point to it. */
    private static Written update(Handle handle, SightingReport report, FiledRead best, PlateRead before) {
        boolean sameFrame = best.strip() == null
                && best.picture() == null
                && best.read().time().toEpochMilli() == before.time().toEpochMilli();
        long bytesBefore = bytes(handle, before);
        long files = sameFrame ? bytesBefore - stripBytes(handle, before) : best.bytes();
        var filed = (sameFrame ? new FiledRead(best.read(), before.strip(), before.picture(), 0) : best)
                .with(files + SightingRow.stripBytes(report.rawReads()));
        PlateRead read = filed.withId(before.id());
        PlateTable.add(handle, List.of(read.plate()));
        Counter.KEPT_BYTES.add(handle, filed.bytes() - bytesBefore);
        long group = ReadGroup.of(read, before.hit()).number(handle);
        ReadRow.bind(handle.createUpdate(BEST_READ), read, filed.bytes(), group).execute();
        if (!read.plate().equals(before.plate())) {
            PlateTable.dropUnused(handle, List.of(before.plate(), read.plate())); // a correction goes before both
        }
        ReadChanges.write(handle, read.id(), filed.read().changes());
        long id = handle.createQuery("SELECT id FROM sighting WHERE best_read = :read")
                .bind("read", before.id())
                .mapTo(long.class)
                .one();
        Sighting sighting = SightingRow.of(id, before.id(), report);
        SightingRow.bind(handle.createUpdate(SightingRow.UPDATE), sighting, report)
                .execute();
        tell(handle, report.kind(), sighting);
        return new Written(sighting, read, Optional.of(before));
    }

    private static long bytes(Handle handle, PlateRead read) {
        return handle.createQuery("SELECT bytes FROM plate_read WHERE id = :id")
                .bind("id", read.id())
                .mapTo(long.class)
                .one();
    }

    /** Of the raw reads' strips, which count among the files of the best read. */
    private static long stripBytes(Handle handle, PlateRead best) {
        return handle.createQuery("SELECT raw_reads FROM sighting WHERE best_read = :read")
                .bind("read", best.id())
                .map((row, _) -> SightingRow.stripBytes(SightingRow.rawReads(row)))
                .one();
    }

    /** Closes those that are open of some cameras, and those that have not changed since then. @return how many */
    static int closeOpen(Handle handle, Collection<String> cameras, Instant before) {
        Counter.EVENT.lock(handle);
        List<Sighting> open = handle.createQuery("SELECT " + SightingRow.COLUMNS + " FROM sighting WHERE state = 'open'"
                        + " AND (camera IN (<cameras>) OR updated < :before) ORDER BY id")
                .bindList(EmptyHandling.NULL_KEYWORD, "cameras", List.copyOf(cameras))
                .bind("before", before.toEpochMilli())
                .map((row, _) -> SightingRow.read(row))
                .list();
        PreparedBatch closing = handle.prepareBatch("UPDATE sighting SET state = 'closed' WHERE id = :id");
        open.forEach(sighting -> closing.bind("id", sighting.id()).add());
        closing.execute();
        open.forEach(sighting -> tell(handle, Kind.CLOSED, sighting.closed()));
        return open.size();
    }

    private static void tell(Handle handle, Kind kind, Sighting sighting) {
        String data = ReadRow.json(SightingEventJson.of(kind, sighting));
        SqlEventLog.insert(handle, UUID.randomUUID().toString(), Event.SIGHTING, data, sighting.bestRead());
    }
}
