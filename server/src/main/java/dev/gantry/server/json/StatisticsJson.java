package dev.gantry.server.json;

import dev.gantry.server.statistics.CameraReport;
import dev.gantry.server.statistics.Histogram;
import dev.gantry.server.statistics.Report;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Figures about the reads of a period.
 *
 * @param zone whose hours and days count
 * @param plates how many different texts
 * @param returning how many of these were seen on more than one day
 * @param week for each day of the week, Monday first, the reads of each hour
 * @param days the days that have reads
 */
public record StatisticsJson(
        String from,
        String until,
        String zone,
        long reads,
        long plates,
        long returning,
        List<long[]> week,
        List<DayJson> days,
        List<CameraJson> cameras) {

    public StatisticsJson {
        week = List.copyOf(week);
        days = List.copyOf(days);
        cameras = List.copyOf(cameras);
    }

    /** @param date ISO 8601 */
    public record DayJson(String date, long reads) {}

    /**
     * How well a camera sees.
     *
     * @param hitRate share of the plates in front of it that were read
     * @param misses candidates that became no read, by reason
     */
    public record CameraJson(
            @Nullable String camera,
            long reads,
            long plates,
            double hitRate,
            HistogramJson confidence,
            HistogramJson width,
            Map<String, Long> misses) {
        static CameraJson of(CameraReport camera) {
            return new CameraJson(
                    camera.camera(),
                    camera.reads(),
                    camera.plates(),
                    Rounded.confidence(camera.hitRate()),
                    HistogramJson.of(camera.confidence()),
                    HistogramJson.of(camera.width()),
                    camera.misses());
        }
    }

    /** @param step width of a bin, the first of which begins at 0 */
    public record HistogramJson(
            double step, List<Long> counts, @Nullable Double median) {
        static HistogramJson of(Histogram histogram) {
            var median = histogram.median();
            return new HistogramJson(
                    histogram.step(),
                    Arrays.stream(histogram.counts()).boxed().toList(),
                    median.isPresent() ? Rounded.confidence(median.getAsDouble()) : null);
        }
    }

    public static StatisticsJson of(Report report) {
        var period = report.period();
        var days = report.hours().days();
        return new StatisticsJson(
                Rounded.time(period.from()),
                Rounded.time(period.until()),
                period.zone().getId(),
                report.reads(),
                report.plates(),
                report.returning(),
                List.of(report.hours().week()),
                days.entrySet().stream()
                        .map(day -> new DayJson(day.getKey().toString(), day.getValue()))
                        .toList(),
                report.cameras().stream().map(CameraJson::of).toList());
    }
}
