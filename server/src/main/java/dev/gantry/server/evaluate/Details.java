package dev.gantry.server.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the accuracy depends on, plate by plate: each group's score counts the plates with a labelled text, wherever they are
 * from.
 *
 * @param byWidth by the plate's width in the picture: the label's, or in a crop what the reader is given
 * @param byTilt by the angle of the text against the horizontal as it was found; plates that were missed have none
 * @param byCountry by the labels' countries, those with most plates first and those with few together
 * @param calibration confidence against truth for each set, and for all
 */
public record Details(
        List<Report.Row> byWidth,
        List<Report.Row> byTilt,
        List<Report.Row> byCountry,
        Map<String, Calibration> calibration) {

    /** From these widths on, px, a new group begins. */
    private static final List<Integer> WIDTHS = List.of(0, 30, 40, 50, 60, 80, 100, 150, 200, 300);

    /** From these angles on, degrees, a new group begins. */
    private static final List<Integer> ANGLES = List.of(0, 3, 6, 10, 15, 20, 30);

    /** Countries with fewer pictures are put together. */
    private static final int LEAST_IN_ROW = 10;

    private static final String ALL = "all";

    public Details {
        byWidth = List.copyOf(byWidth);
        byTilt = List.copyOf(byTilt);
        byCountry = List.copyOf(byCountry);
    }

    public static Details of(List<PictureResult> results) {
        return new Details(
                ranges(results, WIDTHS, "px", Details::width),
                ranges(results, ANGLES, "degrees", Details::tilt),
                countries(results),
                calibration(results));
    }

    /** Rows in the order of the ranges, empty ones left out. */
    private static List<Report.Row> ranges(
            List<PictureResult> results,
            List<Integer> starts,
            String unit,
            BiFunction<PictureResult, PlateResult, @Nullable Double> measure) {
        var groups = new TreeMap<Integer, List<PictureResult>>();
        for (PictureResult result : results) {
            for (PlateResult plate : result.plates()) {
                Double value = plate.label().text() == null ? null : measure.apply(result, plate);
                if (value != null) {
                    int range = range(starts, value);
                    groups.computeIfAbsent(range, _ -> new ArrayList<>()).add(result.with(plate));
                }
            }
        }
        var rows = new ArrayList<Report.Row>();
        groups.forEach((range, members) -> rows.add(new Report.Row(name(starts, range, unit), Score.of(members))));
        return rows;
    }

    private static int range(List<Integer> starts, double value) {
        int range = 0;
        while (range + 1 < starts.size() && value >= starts.get(range + 1)) {
            range++;
        }
        return range;
    }

    private static String name(List<Integer> starts, int range, String unit) {
        String from = String.valueOf(starts.get(range));
        return range + 1 < starts.size()
                ? from + " to " + starts.get(range + 1) + " " + unit
                : from + " " + unit + " and more";
    }

    private static @Nullable Double width(PictureResult result, PlateResult plate) {
        if (plate.label().box() != null) {
            return plate.label().box().width();
        }
        return plate.found() == null ? null : plate.found().quad().width();
    }

    private static @Nullable Double tilt(PictureResult result, PlateResult plate) {
        boolean rectified = result.picture().kind() == LabelledPicture.Kind.SCENE;
        return rectified && plate.found() != null
                ? Math.abs(plate.found().quad().tiltDegrees())
                : null;
    }

    private static List<Report.Row> countries(List<PictureResult> results) {
        var groups = new TreeMap<String, List<PictureResult>>();
        for (PictureResult result : results) {
            String country = result.picture().country();
            if (!country.isEmpty() && hasText(result)) {
                groups.computeIfAbsent(country, _ -> new ArrayList<>()).add(result);
            }
        }
        var others = new ArrayList<PictureResult>();
        groups.values().stream().filter(group -> group.size() < LEAST_IN_ROW).forEach(others::addAll);
        groups.values().removeIf(group -> group.size() < LEAST_IN_ROW);
        var rows = new ArrayList<Report.Row>();
        groups.forEach((country, group) -> rows.add(new Report.Row(country, Score.of(group))));
        rows.sort(
                Comparator.comparingInt((Report.Row row) -> row.score().texts()).reversed());
        if (!others.isEmpty()) {
            rows.add(new Report.Row("others", Score.of(others)));
        }
        return rows;
    }

    private static boolean hasText(PictureResult result) {
        return result.plates().stream().anyMatch(plate -> plate.label().text() != null);
    }

    private static Map<String, Calibration> calibration(List<PictureResult> results) {
        var readings = new LinkedHashMap<String, List<Calibration.Reading>>();
        for (PictureResult result : results) {
            for (PlateResult plate : result.plates()) {
                if (plate.label().text() != null && plate.found() != null) {
                    var reading = new Calibration.Reading(plate.found().confidence(), plate.right());
                    readings.computeIfAbsent(result.picture().set(), _ -> new ArrayList<>())
                            .add(reading);
                }
            }
        }
        var all = new LinkedHashMap<String, Calibration>();
        readings.forEach((set, members) -> all.put(set, Calibration.of(members)));
        all.put(
                ALL,
                Calibration.of(readings.values().stream().flatMap(List::stream).toList()));
        return all;
    }

    /** The tables as text. */
    public String toText() {
        var text = new StringBuilder();
        section(text, "By the plate's width in the picture", byWidth);
        section(text, "By tilt, plates found in scenes", byTilt);
        section(text, "By country", byCountry);
        text.append("Confidence against truth (O=0, I=1), bins of equal size\n\n");
        calibration.forEach((set, bins) -> {
            text.append(String.format(Locale.ROOT, "%-20s", set));
            bins.bins()
                    .forEach(bin -> text.append(
                            String.format(Locale.ROOT, "  %3.0f:%3.0f", 100 * bin.confidence(), 100 * bin.right())));
            text.append('\n');
        });
        return text.toString();
    }

    private static void section(StringBuilder text, String title, List<Report.Row> rows) {
        if (!rows.isEmpty()) {
            text.append(title).append("\n\n").append(TextReport.plates(rows)).append('\n');
        }
    }
}
