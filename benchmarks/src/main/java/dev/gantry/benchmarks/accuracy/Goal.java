package dev.gantry.benchmarks.accuracy;

import dev.gantry.server.evaluate.Report;
import dev.gantry.server.evaluate.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something to reach, and how far we are.
 *
 * @param unit written behind both numbers
 * @param atMost whether less is better
 */
record Goal(String set, String measure, double measured, double target, String unit, boolean atMost) {

    private static final double PERCENT = 100;

    boolean reached() {
        return atMost ? measured <= target : measured >= target;
    }

    String targetInWords() {
        return String.format(Locale.ROOT, "%s %s%s", atMost ? "<=" : ">=", trimmed(target), unit);
    }

    String measuredInWords() {
        return String.format(Locale.ROOT, "%.1f%s", measured, unit);
    }

    private static String trimmed(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    /** Those whose sets were measured. */
    static List<Goal> of(Report report) {
        var goals = new ArrayList<Goal>();
        var rows = new ArrayList<Report.Row>(report.sets());
        rows.addAll(report.overall());
        share(goals, rows, "eu_crops", "full plate, strict", Score::strict, 95);
        share(goals, rows, "eu_crops", "full plate", Score::folded, 99);
        share(goals, rows, "eu2_twoline_crops", "full plate", Score::folded, 95);
        share(goals, rows, "us_crops", "full plate", Score::folded, 93);
        share(goals, rows, "br_crops", "full plate", Score::folded, 96);
        share(goals, rows, "ar_crops", "full plate", Score::folded, 95);
        share(goals, rows, "co_crops", "full plate", Score::folded, 95);
        share(goals, rows, "ru_crops", "full plate", Score::folded, 92);
        share(goals, rows, "cn_crops_a", "full plate with the province's sign", Score::folded, 96);
        share(goals, rows, "scenes", "plates found (IoU 0.5)", Score::recall, 98);
        share(goals, rows, "scenes", "full plate, end to end", Score::folded, 92);
        add(goals, rows, "without plates", "plates reported on 100 pictures", Score::extraPerImage, 1, "", true);
        add(goals, rows, "scenes", "calibration error (ECE)", Score::calibrationError, 3, " %", true);
        add(goals, rows, "all", "calibration error (ECE)", Score::calibrationError, 3, " %", true);
        return goals;
    }

    /** The worst turn counts. */
    static List<Goal> ofTurned(Map<DrawnPlates.Pose, DrawnPlates.Tally> turned) {
        var goals = new ArrayList<Goal>();
        for (int degrees : DrawnPlates.ANGLES) {
            double worst = 1;
            for (Turn turn : List.of(Turn.TURNED, Turn.TILTED, Turn.SLANTED)) {
                double upright = turned(turned, turn, 0);
                worst = Math.min(worst, upright == 0 ? 0 : turned(turned, turn, degrees) / upright);
            }
            double target = degrees <= 30 ? 97 : 90;
            String measure = "of the upright ones' accuracy at " + degrees + " degrees, end to end, worst direction";
            goals.add(new Goal("drawn plates", measure, worst * PERCENT, target, " %", false));
        }
        return goals;
    }

    private static double turned(Map<DrawnPlates.Pose, DrawnPlates.Tally> turned, Turn turn, int degrees) {
        var tally = turned.get(new DrawnPlates.Pose(turn, degrees));
        return tally == null ? 0 : tally.wholeShare();
    }

    private static void share(
            List<Goal> goals,
            List<Report.Row> rows,
            String set,
            String measure,
            Function<Score, @Nullable Double> measured,
            double target) {
        add(goals, rows, set, measure, measured, target, " %", false);
    }

    private static void add(
            List<Goal> goals,
            List<Report.Row> rows,
            String set,
            String measure,
            Function<Score, @Nullable Double> measured,
            double target,
            String unit,
            boolean atMost) {
        for (Report.Row row : rows) {
            Double value = row.name().equals(set) ? measured.apply(row.score()) : null;
            if (value != null) {
                goals.add(new Goal(set, measure, value * PERCENT, target, unit, atMost));
            }
        }
    }
}
