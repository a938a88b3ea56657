package dev.gantry.benchmarks.accuracy;

import static dev.gantry.benchmarks.accuracy.Markdown.percent;

import dev.gantry.server.evaluate.Calibration;
import dev.gantry.server.evaluate.Report;
import dev.gantry.server.evaluate.Score;
import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the findings as the page {@code docs/accuracy.md}. */
final class AccuracyPage {

    private static final double HUNDRED = 100;
    private static final double SPEED_GOAL_MS = 25;
    private static final int GOAL_WIDTH = 60;
    private static final double GOAL_AT_WIDTH = 90;

    private final Findings findings;
    private final Markdown page = new Markdown();

    private AccuracyPage(Findings findings) {
        this.findings = findings;
    }

    static String of(Findings findings) {
        var page = new AccuracyPage(findings);
        page.write();
        return page.page.toString();
    }

    private void write() {
        head();
        goals();
        Findings.Pictures pictures = findings.pictures();
        if (pictures != null) {
            sets(pictures);
            formats(pictures);
            asPhotos(pictures);
            groups(pictures);
            reliability(pictures);
        }
        turned();
        small();
        speed();
        page.heading(2, "Misreads");
        page.paragraph("[misreads.md](misreads.md) shows typical ones.");
    }

    private void head() {
        page.heading(1, "How accurate");
        page.paragraph("""
                This page is written by a program; [evaluation.md](evaluation.md) defines the figures and tells how to measure
                your own pictures. "Full plate" means every character right, with O for 0 and I for 1 allowed unless it says
                strict; a plate that was not found is a wrong one. No model was trained on any of these pictures.""");
        page.table(
                List.of("", ""),
                List.of(
                        List.of("date", findings.date().toString()),
                        List.of("command", "`" + findings.command() + "`"),
                        model(findings.detector().name(), findings.detector().sha256()),
                        model(findings.reader().name(), findings.reader().sha256()),
                        List.of(
                                "machine",
                                "%d cores, %s, %s, load average %.1f at the start"
                                        .formatted(
                                                findings.machine().processors(),
                                                findings.machine().cpu(),
                                                findings.machine().java(),
                                                findings.machine().loadAverage()))));
    }

    private static List<String> model(String name, String sha256) {
        return List.of(name, "SHA-256 `" + sha256 + "`");
    }

    private void goals() {
        var goals = new ArrayList<Goal>();
        if (findings.pictures() != null) {
            goals.addAll(Goal.of(findings.pictures().report()));
        }
        goals.addAll(Goal.ofTurned(findings.turned()));
        var narrow = findings.small().get(GOAL_WIDTH);
        if (narrow != null) {
            String measure = "full plate at " + GOAL_WIDTH + " px, corners known";
            goals.add(new Goal("drawn plates", measure, narrow.readerShare() * HUNDRED, GOAL_AT_WIDTH, " %", false));
        }
        String measure = "1080p photo with one plate, one thread, median processor time, JPEG decoding included";
        goals.add(new Goal("speed", measure, findings.speed().cpu(), SPEED_GOAL_MS, " ms", true));
        page.heading(2, "What was to be reached");
        page.table(
                List.of("pictures", "measure", "goal", "measured", ""),
                goals.stream()
                        .map(goal -> List.of(
                                goal.set(),
                                goal.measure(),
                                goal.targetInWords(),
                                goal.measuredInWords(),
                                goal.reached() ? "reached" : "**not reached**"))
                        .toList());
    }

    private void sets(Findings.Pictures pictures) {
        page.heading(2, "All sets");
        page.paragraph("Shares in %%. `found`: by the detector; `reported`: with a text; CER: wrong characters.");
        page.table(
                List.of(
                        "set",
                        "pictures",
                        "boxes",
                        "found",
                        "reported",
                        "texts",
                        "strict",
                        "full plate",
                        "CER",
                        "false plates a picture",
                        "ECE"),
                rows(pictures.report()).stream().map(AccuracyPage::cells).toList());
        Report without = pictures.withoutDoubts();
        if (without != null) {
            page.paragraph(
                    "%d labels are plainly wrong; [label-doubts.jsonl](label-doubts.jsonl) lists them with the reasons. Without"
                            + " them (sets that change only):",
                    pictures.doubts());
            page.table(
                    List.of("set", "strict", "full plate", "strict without", "full plate without"),
                    compared(pictures.report(), without, true));
        }
    }

    private void formats(Findings.Pictures pictures) {
        page.heading(2, "What the plate formats bring");
        page.paragraph("""
                Without a hint where the plates are from: the texts as the reader saw them, and settled by the countries'
                formats ([grammar.md](grammar.md)).""");
        page.table(
                List.of("set", "strict as read", "full plate as read", "strict settled", "full plate settled"),
                compared(pictures.withoutFormats(), pictures.report(), false));
    }

    private void asPhotos(Findings.Pictures pictures) {
        if (pictures.asPhotos().overall().isEmpty()) {
            return;
        }
        page.heading(2, "Pictures of nothing but a plate");
        page.paragraph("""
                Everywhere else on this page the reader is told that such a picture is one plate. Here it is given as a photo, as a
                client may do: the plate is to be found, and that there is one is to be believed.""");
        page.table(
                List.of("set", "strict, told", "full plate, told", "strict as a photo", "full plate as a photo"),
                compared(pictures.report(), pictures.asPhotos(), false));
    }

    /** Of the rows that both have. */
    private static List<List<String>> compared(Report one, Report other, boolean changedOnly) {
        var rows = new ArrayList<List<String>>();
        for (Report.Row row : rows(one)) {
            Score before = row.score();
            score(other, row.name())
                    .filter(after -> before.texts() > 0 && !(changedOnly && before.texts() == after.texts()))
                    .ifPresent(after -> rows.add(List.of(
                            row.name(),
                            percent(before.strict()),
                            percent(before.folded()),
                            percent(after.strict()),
                            percent(after.folded()))));
        }
        return rows;
    }

    private static Optional<Score> score(Report report, String name) {
        return rows(report).stream()
                .filter(row -> row.name().equals(name))
                .map(Report.Row::score)
                .findFirst();
    }

    private static List<Report.Row> rows(Report report) {
        var rows = new ArrayList<>(report.sets());
        rows.addAll(report.overall());
        return rows;
    }

    private static List<String> cells(Report.Row row) {
        Score score = row.score();
        return List.of(
                row.name(),
                String.valueOf(score.images()),
                String.valueOf(score.boxes()),
                percent(score.recall()),
                percent(score.reported()),
                String.valueOf(score.texts()),
                percent(score.strict()),
                percent(score.folded()),
                percent(score.characterErrorRate()),
                score.extraPerImage() == null ? "-" : String.format(Locale.ROOT, "%.3f", score.extraPerImage()),
                percent(score.calibrationError()));
    }

    private void groups(Findings.Pictures pictures) {
        page.heading(2, "By the plate's width in the picture");
        page.paragraph("What to place a camera by. Photos and pictures of one plate together; missed plates count.");
        group(pictures.details().byWidth(), "width");
        page.heading(2, "By tilt");
        page.paragraph("Plates in photos, by the angle of the text line as it was found; missed plates have none.");
        group(pictures.details().byTilt(), "angle");
        page.heading(2, "By country");
        group(pictures.details().byCountry(), "country");
    }

    private void group(List<Report.Row> rows, String name) {
        page.table(
                List.of(name, "texts", "strict", "full plate", "CER"),
                rows.stream()
                        .map(row -> List.of(
                                row.name(),
                                String.valueOf(row.score().texts()),
                                percent(row.score().strict()),
                                percent(row.score().folded()),
                                percent(row.score().characterErrorRate())))
                        .toList());
    }

    private void reliability(Findings.Pictures pictures) {
        page.heading(2, "Is a confidence of 95 % right 95 times?");
        page.paragraph("![Confidence against the share that is right](images/reliability.svg)");
        page.paragraph("""
                Readings sorted by confidence and cut into bins of equal size; in each the mean confidence and the share that is
                right, in %%.""");
        page.table(
                List.of("set", "confidence:right"),
                pictures.details().calibration().entrySet().stream()
                        .map(entry -> List.of(entry.getKey(), bins(entry.getValue())))
                        .toList());
    }

    private static String bins(Calibration calibration) {
        return calibration.bins().stream()
                .map(bin -> String.format(Locale.ROOT, "%.0f:%.0f", bin.confidence() * HUNDRED, bin.right() * HUNDRED))
                .collect(Collectors.joining(", "));
    }

    private void turned() {
        page.heading(2, "Turned, tilted and slanted plates");
        page.paragraph(
                """
                %d plates drawn by the project on cars in drawn streets, each plate %d px wide when seen straight on, and the same
                streets seen from other angles. `corners known`: the reader with the true corners; `end to end`: the whole
                pipeline. In %%. Which plates are drawn depends on the fonts of the machine; Java names %d families.""",
                findings.plates(),
                DrawnPlates.TURNED_WIDTH,
                GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames().length);
        var header = new ArrayList<String>(List.of("camera", "", "upright"));
        DrawnPlates.ANGLES.forEach(degrees -> header.add(degrees + " degrees"));
        var rows = new ArrayList<List<String>>();
        for (Turn turn : Turn.values()) {
            var known = new ArrayList<String>(List.of(turn.words, "corners known"));
            var whole = new ArrayList<String>(List.of("", "end to end"));
            findings.turned().forEach((pose, tally) -> {
                if (pose.turn() == turn) {
                    known.add(percent(tally.readerShare()));
                    whole.add(percent(tally.wholeShare()));
                }
            });
            rows.add(known);
            rows.add(whole);
        }
        page.table(header, rows);
    }

    private void small() {
        page.heading(2, "Small plates");
        page.paragraph("%d drawn plates of one line, upright, full plate in %%:", findings.plates());
        var drawn = findings.small();
        page.table(
                List.of("width", "corners known", "end to end in a 1280 x 720 photo"),
                drawn.entrySet().stream()
                        .map(entry -> List.of(
                                entry.getKey() + " px",
                                percent(entry.getValue().readerShare()),
                                percent(entry.getValue().wholeShare())))
                        .toList());
        if (findings.pictures() != null && !findings.pictures().shrunk().isEmpty()) {
            page.paragraph("""
                    Real plates shrunk to a width, by the reader alone, full plate in %% (in brackets how many are at least so
                    wide):""");
            shrunk(findings.pictures().shrunk());
        }
    }

    private void shrunk(Map<Integer, Report> shrunk) {
        var header = new ArrayList<String>(List.of("set"));
        shrunk.keySet().forEach(width -> header.add(width + " px"));
        var rows = new ArrayList<List<String>>();
        for (Report.Row named : rows(shrunk.values().iterator().next())) {
            var row = new ArrayList<String>(List.of(named.name()));
            for (Report report : shrunk.values()) {
                row.add(score(report, named.name())
                        .map(score -> percent(score.folded()) + " (" + score.texts() + ")")
                        .orElse("-"));
            }
            rows.add(row);
        }
        page.table(header, rows);
    }

    private void speed() {
        page.heading(2, "Speed");
        page.paragraph(
                """
                16 drawn streets of 1920 x 1080 pixels with one plate each, from the JPEG file's bytes to the plates, on one thread,
                JPEG decoded by %s: median %.1f ms on a processor, %.1f ms by the clock. When other programs keep the machine busy
                the clock tells about them; the processor's time is then still somewhat longer than on a quiet machine.""", findings.jpeg(), findings.speed().cpu(), findings.speed().wall());
    }
}
