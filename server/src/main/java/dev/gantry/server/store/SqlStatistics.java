package dev.gantry.server.store;

import dev.gantry.server.statistics.CameraReport;
import dev.gantry.server.statistics.Histogram;
import dev.gantry.server.statistics.Hours;
import dev.gantry.server.statistics.Period;
import dev.gantry.server.statistics.Report;
import dev.gantry.server.statistics.Statistics;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Counts over table {@code plate_read}. The period's part of the index {@code plate_read_time} has all columns that are
 * asked for, so that no row is looked at.
 */
final class SqlStatistics implements Statistics {

    private static final long DAY_MS = 24 * 60 * 60 * 1_000L;

    /** Certainty has a bin of its own with all that is nearly so. */
    private static final int LAST_CONFIDENCE = (int) Math.round(1 / CameraReport.CONFIDENCE_STEP) - 1;

    /** Plates wider than 500 px read no better. */
    private static final int LAST_WIDTH = 50;

    private static final String QUARTERS = "SELECT time / :quarter AS bin, count(*) AS reads FROM %s GROUP BY 1";

    private static final String PLATES = """
            SELECT count(*) AS plates, coalesce(sum(CASE WHEN days > 0 THEN 1 ELSE 0 END), 0) AS returning_plates FROM (
                SELECT (max(time) + :offset) / :day - (min(time) + :offset) / :day AS days FROM %s GROUP BY plate) p""";

    private static final String PLATES_OF_CAMERAS =
            "SELECT camera, count(*) AS reads, count(DISTINCT plate) AS plates FROM %s GROUP BY camera";

    private static final String BINS =
            "SELECT camera, floor(%s / :step) AS bin, count(*) AS reads FROM %s AND %s IS NOT NULL GROUP BY 1, 2";

    /** What is left out on purpose, such as parked cars, is no miss. */
    private static final String MISSES = """
            SELECT camera, reason, sum(count) AS misses FROM rejection
            WHERE hour >= :from AND hour < :until AND reason IN ('TOO_SMALL', 'BLURRED', 'LOW_CONFIDENCE', 'UNREADABLE')
            GROUP BY camera, reason""";

    private final Database database;

    SqlStatistics(Database database) {
        this.database = database;
    }

    @Override
    public Report report(Period period) {
        return Reading.from(database, handle -> report(handle, period));
    }

    private Report report(Handle handle, Period period) {
        var quarters = new HashMap<Long, Long>();
        query(handle, QUARTERS.formatted(from(period)), period)
                .bind("quarter", Hours.QUARTER_MS)
                .map((row, _) -> quarters.put(row.getLong("bin"), row.getLong("reads")))
                .list();
        long reads = quarters.values().stream().mapToLong(Long::longValue).sum();
        long offset = period.zone().getRules().getOffset(period.until()).getTotalSeconds() * 1_000L;
        long[] plates = query(handle, PLATES.formatted(from(period)), period)
                .bind("offset", offset)
                .bind("day", DAY_MS)
                .map((row, _) -> new long[] {row.getLong("plates"), row.getLong("returning_plates")})
                .one();
        return new Report(
                period, reads, plates[0], plates[1], Hours.of(quarters, period.zone()), cameras(handle, period));
    }

    private record Bin(@Nullable String camera, int bin, long reads) {
        static Bin of(ResultSet row) throws SQLException {
            return new Bin(row.getString("camera"), row.getInt("bin"), row.getLong("reads"));
        }
    }

    private record Miss(String camera, String reason, long count) {}

    private record Counts(@Nullable String camera, long reads, long plates) {}

    private List<CameraReport> cameras(Handle handle, Period period) {
        List<Bin> confidences = bins(handle, period, "confidence", CameraReport.CONFIDENCE_STEP);
        List<Bin> widths = bins(handle, period, "width", CameraReport.WIDTH_STEP);
        List<Miss> misses = misses(handle, period);
        List<Counts> counts = new ArrayList<>(query(handle, PLATES_OF_CAMERAS.formatted(from(period)), period)
                .map((row, _) -> new Counts(row.getString("camera"), row.getLong("reads"), row.getLong("plates")))
                .list());
        misses.stream()
                .map(Miss::camera)
                .distinct()
                .filter(camera -> counts.stream().noneMatch(one -> camera.equals(one.camera())))
                .forEach(camera -> counts.add(new Counts(camera, 0, 0)));
        return counts.stream()
                .sorted(Comparator.comparingLong(Counts::reads).reversed())
                .map(one -> new CameraReport(
                        one.camera(),
                        one.reads(),
                        one.plates(),
                        histogram(confidences, one.camera(), CameraReport.CONFIDENCE_STEP, LAST_CONFIDENCE),
                        histogram(widths, one.camera(), CameraReport.WIDTH_STEP, LAST_WIDTH),
                        missesOf(misses, one.camera())))
                .toList();
    }

    /** What is counted by the hour cannot be cut finer than that. */
    private static List<Miss> misses(Handle handle, Period period) {
        String sql = period.camera() == null ? MISSES : MISSES.replace("WHERE", "WHERE camera = :camera AND");
        return query(handle, sql, period)
                .bind("from", period.from().truncatedTo(ChronoUnit.HOURS).toEpochMilli())
                .map((row, _) -> new Miss(row.getString("camera"), row.getString("reason"), row.getLong("misses")))
                .list();
    }

    private static SortedMap<String, Long> missesOf(List<Miss> misses, @Nullable String camera) {
        return misses.stream()
                .filter(miss -> miss.camera().equals(camera))
                .collect(Collectors.toMap(Miss::reason, Miss::count, Long::sum, TreeMap::new));
    }

    private List<Bin> bins(Handle handle, Period period, String column, double step) {
        return query(handle, BINS.formatted(column, from(period), column), period)
                .bind("step", step)
                .map((row, _) -> Bin.of(row))
                .list();
    }

    private static Histogram histogram(List<Bin> bins, @Nullable String camera, double step, int last) {
        Map<Integer, Long> counts = new HashMap<>();
        bins.stream()
                .filter(bin -> Objects.equals(bin.camera(), camera))
                .forEach(bin -> counts.merge(bin.bin(), bin.reads(), Long::sum));
        return Histogram.of(step, counts, last);
    }

    private String from(Period period) {
        return "plate_read" + (database.isSqlite() ? " INDEXED BY plate_read_time" : "")
                + " WHERE time >= :from AND time < :until"
                + (period.camera() == null ? "" : " AND camera = :camera");
    }

    private static Query query(Handle handle, String sql, Period period) {
        Query query = handle.createQuery(sql)
                .bind("from", period.from().toEpochMilli())
                .bind("until", period.until().toEpochMilli());
        return period.camera() == null ? query : query.bind("camera", period.camera());
    }
}
