package dev.gantry.server.store;

import dev.gantry.plate.Box;
import dev.gantry.server.history.PlateKey;
import dev.gantry.server.sighting.RawRead;
import dev.gantry.server.sighting.Sighting;
import dev.gantry.server.sighting.SightingDetails;
import dev.gantry.server.sighting.SightingReport;
import dev.gantry.server.sighting.Waypoint;
import dev.gantry.track.Direction;
import dev.gantry.track.SightingEvent.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** A sighting as a row of table {@code sighting}. Its path and raw reads are JSON arrays there, with the raw reads' strips in Base64. */
final class SightingRow {

    static final String OPEN = "open";

    private static final String CLOSED = "closed";

    static final String COLUMNS = "id, uid, camera, first_seen, last_seen, text, plate, confidence, region, direction,"
            + " reads, state, parked, best_read, candidates";

    static final String INSERT = """
            INSERT INTO sighting (id, uid, camera, first_seen, last_seen, text, plate, confidence, country, region,
                direction, reads, state, parked, best_read, candidates, path, raw_reads, updated)
            VALUES (:id, :uid, :camera, :firstSeen, :lastSeen, :text, :plate, :confidence, :country, :region,
                :direction, :reads, :state, :parked, :bestRead, :candidates, :path, :rawReads, :updated)""";

    static final String UPDATE = """
            UPDATE sighting SET first_seen = :firstSeen, last_seen = :lastSeen, text = :text, plate = :plate,
                confidence = :confidence, country = :country, region = :region, direction = :direction, reads = :reads,
                state = :state, parked = :parked, candidates = :candidates, path = :path, raw_reads = :rawReads,
                updated = :updated
            WHERE id = :id""";

    /** A place at a time, as it is kept. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record KeptPoint(long t, double[] box) {}

    /** A raw read, as it is kept. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record KeptRead(
            long t, String text, double confidence, double sharpness, double[] box, byte @Nullable [] strip) {}

    private SightingRow() {}

    static Sighting of(long id, long bestRead, SightingReport report) {
        var best = report.best();
        return new Sighting(
                id,
                report.uid(),
                report.camera(),
                report.firstSeen(),
                report.lastSeen(),
                best.text(),
                PlateKey.of(best.text()),
                best.confidence(),
                best.region(),
                report.direction(),
                report.reads(),
                report.kind() != Kind.CLOSED,
                report.parked(),
                bestRead,
                best.candidates());
    }

    /** All but what never changes, which is bound for {@link #INSERT} alone. */
    static <S extends SqlStatement<S>> S bind(S statement, Sighting sighting, SightingReport report) {
        return statement
                .bind("id", sighting.id())
                .bind("firstSeen", sighting.firstSeen().toEpochMilli())
                .bind("lastSeen", sighting.lastSeen().toEpochMilli())
                .bind("text", sighting.text())
                .bind("plate", sighting.plate())
                .bind("confidence", sighting.confidence())
                .bind("country", ReadRow.country(sighting.region()))
                .bind("region", sighting.region())
                .bind("direction", name(sighting.direction()))
                .bind("reads", sighting.reads())
                .bind("state", sighting.open() ? OPEN : CLOSED)
                .bind("parked", sighting.parked() ? 1 : 0)
                .bind("candidates", ReadRow.candidates(sighting.candidates()))
                .bind("path", path(report.path()))
                .bind("rawReads", rawReads(report.rawReads()))
                .bind("updated", Instant.now().toEpochMilli());
    }

    static Sighting read(ResultSet row) throws SQLException {
        return new Sighting(
                row.getLong("id"),
                row.getString("uid"),
                row.getString("camera"),
                Instant.ofEpochMilli(row.getLong("first_seen")),
                Instant.ofEpochMilli(row.getLong("last_seen")),
                row.getString("text"),
                row.getString("plate"),
                row.getDouble("confidence"),
                row.getString("region"),
                direction(row.getString("direction")),
                row.getInt("reads"),
                row.getString("state").equals(OPEN),
                row.getInt("parked") != 0,
                row.getLong("best_read"),
                ReadRow.candidatesOf(row.getString("candidates")));
    }

    static SightingDetails readWhole(ResultSet row) throws SQLException {
        List<Waypoint> path = Stream.of(ReadRow.parse(row.getString("path"), KeptPoint[].class))
                .map(kept -> new Waypoint(Instant.ofEpochMilli(kept.t()), box(kept.box())))
                .toList();
        return new SightingDetails(read(row), path, rawReads(row));
    }

    static List<RawRead> rawReads(ResultSet row) throws SQLException {
        return Stream.of(ReadRow.parse(row.getString("raw_reads"), KeptRead[].class))
                .map(kept -> new RawRead(
                        Instant.ofEpochMilli(kept.t()),
                        kept.text(),
                        kept.confidence(),
                        kept.sharpness(),
                        box(kept.box()),
                        kept.strip()))
                .toList();
    }

    /** How much the strips of raw reads take, before they are written as text. */
    static long stripBytes(List<RawRead> reads) {
        return reads.stream()
                .map(RawRead::strip)
                .filter(Objects::nonNull)
                .mapToLong(strip -> strip.length)
                .sum();
    }

    private static @Nullable String name(@Nullable Direction direction) {
        return direction == null ? null : direction.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable Direction direction(@Nullable String name) {
        return name == null ? null : Direction.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static String path(List<Waypoint> path) {
        return ReadRow.json(path.stream()
                .map(point -> new KeptPoint(point.time().toEpochMilli(), sides(point.box())))
                .toList());
    }

    private static String rawReads(List<RawRead> reads) {
        return ReadRow.json(reads.stream()
                .map(read -> new KeptRead(
                        read.time().toEpochMilli(),
                        read.text(),
                        read.confidence(),
                        read.sharpness(),
                        sides(read.box()),
                        read.strip()))
                .toList());
    }

    /** Tenths of a pixel are enough, and half the space. */
    private static double[] sides(Box box) {
        return new double[] {tenths(box.x()), tenths(box.y()), tenths(box.width()), tenths(box.height())};
    }

    private static double tenths(double pixels) {
        return Math.round(pixels * 10) / 10.0;
    }

    private static Box box(double[] sides) {
        return new Box(sides[0], sides[1], sides[2], sides[3]);
    }
}
