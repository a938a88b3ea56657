package dev.gantry.server.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A report as a plain text table of at most 110 columns. */
public final class TextReport {

    private static final List<String> HEADER = List.of(
            "set",
            "images",
            "boxes",
            "recall",
            "reported",
            "texts",
            "strict",
            "folded",
            "CER",
            "extra/img",
            "ECE",
            "ms p50",
            "p95");
    private static final String NOTHING = "-";
    private static final double HUNDRED = 100;

    private TextReport() {}

    public static String of(Report report) {
        var rows = new ArrayList<List<String>>();
        rows.add(HEADER);
        report.sets().forEach(row -> rows.add(cells(row)));
        int line = rows.size();
        report.overall().forEach(row -> rows.add(cells(row)));
        var lines = aligned(rows);
        lines.add(line, "-".repeat(lines.getFirst().length()));
        return joined(lines);
    }

    /** Rows about plates, wherever they are from. */
    static String plates(List<Report.Row> groups) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("", "texts", "strict", "folded", "CER", "ECE"));
        for (Report.Row group : groups) {
            Score score = group.score();
            rows.add(List.of(
                    group.name(),
                    count(score.texts()),
                    percent(score.strict()),
                    percent(score.folded()),
                    percent(score.characterErrorRate()),
                    percent(score.calibrationError())));
        }
        return joined(aligned(rows));
    }

    private static List<String> aligned(List<List<String>> rows) {
        int[] widths = new int[rows.getFirst().size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return rows.stream().map(row -> line(row, widths)).collect(Collectors.toCollection(ArrayList::new));
    }

    private static String joined(List<String> lines) {
        lines.add(1, "-".repeat(lines.getFirst().length()));
        return String.join("\n", lines) + "\n";
    }

    private static String line(List<String> row, int[] widths) {
        var line = new StringBuilder(padded(row.getFirst(), -widths[0]));
        for (int i = 1; i < widths.length; i++) {
            line.append("  ").append(padded(row.get(i), widths[i]));
        }
        return line.toString();
    }

    /** Right-aligned; left-aligned for a negative width. */
    private static String padded(String text, int width) {
        return String.format(Locale.ROOT, "%" + width + "s", text);
    }

    private static List<String> cells(Report.Row row) {
        Score score = row.score();
        return List.of(
                row.name(),
                count(score.images()),
                count(score.boxes()),
                percent(score.recall()),
                percent(score.reported()),
                count(score.texts()),
                percent(score.strict()),
                percent(score.folded()),
                percent(score.characterErrorRate()),
                number(score.extraPerImage(), 3),
                percent(score.calibrationError()),
                number(score.millisecondsP50(), 1),
                number(score.millisecondsP95(), 1));
    }

    private static String count(int number) {
        return number == 0 ? NOTHING : String.valueOf(number);
    }

    private static String percent(@Nullable Double share) {
        return share == null ? NOTHING : number(share * HUNDRED, 1) + "%";
    }

    private static String number(@Nullable Double value, int decimals) {
        return value == null ? NOTHING : String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
