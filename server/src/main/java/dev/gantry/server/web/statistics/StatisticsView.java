package dev.gantry.server.web.statistics;

import dev.gantry.server.history.Weekday;
import dev.gantry.server.review.Confusions.Confusion;
import dev.gantry.server.review.Tally;
import dev.gantry.server.statistics.CameraReport;
import dev.gantry.server.statistics.Histogram;
import dev.gantry.server.statistics.Hours;
import dev.gantry.server.statistics.Report;
import dev.gantry.server.web.Page;
import dev.gantry.server.web.reads.Percent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows; everything leads to its reads in History.
 *
 * @param days how many days are counted
 */
public record StatisticsView(int days, Report report, Tally tally, List<Confusion> confusions) {

    /** Rarer ones would make the matrix too large to be read. */
    private static final int MOST_CONFUSIONS = 14;

    /** Labels of dates need the room of so many bars. */
    private static final int DATE_BARS = 7;

    /** A bin's label needs the room of so many bars. */
    private static final int BIN_BARS = 4;

    /** Plates narrower than that are read badly. */
    public static final int GOOD_WIDTH = 60;

    public StatisticsView {
        confusions = List.copyOf(confusions);
    }

    public List<Integer> choices() {
        return StatisticsPage.DAYS;
    }

    public @Nullable String camera() {
        return report.period().camera();
    }

    /** Share of the plates that came on more than one day. */
    public String returningShare() {
        return Percent.of(report.plates() == 0 ? 0 : (double) report.returning() / report.plates());
    }

    /** From 0 to 1, as strong as the hour's reads are many. */
    public double strength(DayOfWeek day, int hour) {
        return report.hours().most() == 0
                ? 0
                : (double) report.hours().at(day, hour) / report.hours().most();
    }

    public String name(DayOfWeek day, Page page) {
        return day.getDisplayName(TextStyle.SHORT, Locale.forLanguageTag(page.language()));
    }

    /** A number that fits into a cell: 950, 1.2k, 34k. */
    public static String brief(long number) {
        if (number < 1_000) {
            return Long.toString(number);
        }
        return number < 10_000 ? String.format(Locale.ROOT, "%.1fk", number / 1_000.0) : number / 1_000 + "k";
    }

    /** The reads of one hour of the day. */
    public String hourHref(int hour) {
        return href(camera(), "&hours=" + hour + "-" + (hour + 1));
    }

    /** The reads of one hour of one day of the week. */
    public String weekHref(DayOfWeek day, int hour) {
        return href(camera(), "&weekday=" + Weekday.name(day) + "&hours=" + hour + "-" + (hour + 1));
    }

    public List<Bar> hours(Page page) {
        var bars = new ArrayList<Bar>();
        long most = 1;
        for (int hour = 0; hour < Hours.HOURS; hour++) {
            most = Math.max(most, report.hours().at(hour));
        }
        for (int hour = 0; hour < Hours.HOURS; hour++) {
            long count = report.hours().at(hour);
            String title = page.t(
                    "statistics.at", "when", hour + "–" + (hour + 1), "reads", page.count("statistics.n", count));
            bars.add(new Bar(Integer.toString(hour), count, (double) count / most, title, hourHref(hour)));
        }
        return bars;
    }

    public List<Bar> dates(Page page) {
        var bars = new ArrayList<Bar>();
        var counts = report.hours().days();
        long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(1);
        LocalDate first = report.period().from().atZone(report.period().zone()).toLocalDate();
        int labelEach = Math.max(1, days / DATE_BARS);
        for (int i = 0; i < days; i++) {
            LocalDate day = first.plusDays(i);
            long count = counts.getOrDefault(day, 0L);
            String title = page.t("statistics.at", "when", day, "reads", page.count("statistics.n", count));
            String label = i % labelEach == 0 ? day.toString().substring("2026-".length()) : "";
            bars.add(new Bar(label, count, (double) count / most, title, dayHref(day)));
        }
        return bars;
    }

    private String dayHref(LocalDate day) {
        String address = "/history?from=" + day.atStartOfDay() + "&until="
                + day.plusDays(1).atStartOfDay();
        return camera() == null ? address : address + "&camera=" + encoded(camera());
    }

    public List<Bar> confidence(CameraReport camera, Page page) {
        return bins(
                camera.confidence(),
                page,
                (from, until) -> Math.round(from * 100) + "–" + Math.round(until * 100) + " %",
                from -> Math.round(from * 100) + "",
                camera,
                from -> "&minConfidence=" + Math.round(from * 100) / 100.0);
    }

    public List<Bar> width(CameraReport camera, Page page) {
        return bins(
                camera.width(),
                page,
                (from, until) -> Math.round(from) + "–" + Math.round(until) + " px",
                from -> Math.round(from) + "",
                camera,
                _ -> "");
    }

    private interface Range {
        String of(double from, double until);
    }

    private interface Text {
        String of(double from);
    }

    private List<Bar> bins(Histogram histogram, Page page, Range range, Text label, CameraReport camera, Text filter) {
        var bars = new ArrayList<Bar>();
        long[] counts = histogram.counts();
        long most = 1;
        for (long count : counts) {
            most = Math.max(most, count);
        }
        for (int bin = firstBin(histogram); bin < counts.length; bin++) {
            double from = bin * histogram.step();
            String title = page.t(
                    "statistics.at",
                    "when",
                    range.of(from, from + histogram.step()),
                    "reads",
                    page.count("statistics.n", counts[bin]));
            bars.add(new Bar(
                    bin % BIN_BARS == 0 ? label.of(from) : "",
                    counts[bin],
                    (double) counts[bin] / most,
                    title,
                    href(camera.camera(), filter.of(from))));
        }
        return bars;
    }

    /** Where the bars begin: empty ones before it would only take room. It has a label. */
    private static int firstBin(Histogram histogram) {
        long[] counts = histogram.counts();
        int first = 0;
        while (first < counts.length && counts[first] == 0) {
            first++;
        }
        return first / BIN_BARS * BIN_BARS;
    }

    /** How many bars stand before the width that is aimed for; below 0 when it lies before them all. */
    public static int barsBelowGood(CameraReport camera) {
        return (int) (GOOD_WIDTH / CameraReport.WIDTH_STEP) - firstBin(camera.width());
    }

    /** The period's reads, of a camera if one is named. */
    public String href(@Nullable String camera, String more) {
        String address = "/history?from="
                + local(report.period().from().atZone(report.period().zone()).toLocalDateTime()) + "&until="
                + local(report.period().until().atZone(report.period().zone()).toLocalDateTime()) + more;
        return camera == null ? address : address + "&camera=" + encoded(camera);
    }

    private static String local(LocalDateTime time) {
        return time.toLocalDate() + "T"
                + time.toLocalTime().withNano(0).toString().substring(0, "00:00".length());
    }

    /** The page with another period. */
    public String here(int otherDays, @Nullable String otherCamera) {
        String address = "/statistics?days=" + otherDays;
        return otherCamera == null ? address : address + "&camera=" + encoded(otherCamera);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The confusions that the matrix shows. */
    public List<Confusion> frequent() {
        return confusions.stream().limit(MOST_CONFUSIONS).toList();
    }

    /** Its rows: what stands there. */
    public List<String> truths() {
        return List.copyOf(
                new TreeSet<>(frequent().stream().map(Confusion::truth).toList()));
    }

    /** Its columns: what was read. */
    public List<String> reads() {
        return List.copyOf(
                new TreeSet<>(frequent().stream().map(Confusion::read).toList()));
    }

    public int confused(String truth, String read) {
        return frequent().stream()
                .filter(one -> one.truth().equals(truth) && one.read().equals(read))
                .mapToInt(Confusion::count)
                .sum();
    }

    /** How to judge a camera by the width of its plates: {@code none}, {@code good} or {@code small}. */
    public static String judged(CameraReport camera) {
        var median = camera.width().median();
        if (median.isEmpty()) {
            return "none";
        }
        return median.getAsDouble() >= GOOD_WIDTH ? "good" : "small";
    }
}
