package dev.gantry.benchmarks.accuracy;

import dev.gantry.server.evaluate.Misread;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes {@code docs/misreads.md}: what goes wrong, drawn plates as pictures, real ones as texts alone. */
final class MisreadsPage {

    private static final int OF_EACH_SET = 8;
    private static final int OFTEN = 3;

    private MisreadsPage() {}

    /** Those for the contact sheet: upright, at the widest angle, and small. */
    static List<DrawnMisread> pictured(Findings findings) {
        int widest = DrawnPlates.ANGLES.getLast();
        var turned = findings.turned().entrySet().stream()
                .filter(entry -> entry.getKey().degrees() == widest)
                .flatMap(entry -> entry.getValue().misreads().stream());
        var upright = findings.turned().entrySet().stream()
                .filter(entry -> entry.getKey().equals(new DrawnPlates.Pose(Turn.TURNED, 0)))
                .flatMap(entry -> entry.getValue().misreads().stream());
        var small = findings.small().values().stream().flatMap(tally -> tally.misreads().stream());
        return Stream.of(upright, turned, small).flatMap(each -> each).toList();
    }

    static String of(Findings findings) {
        var page = new Markdown();
        page.heading(1, "Typical misreads");
        page.paragraph(
                """
                Written by the program that writes [accuracy.md](accuracy.md), on %s with %s and %s. O for 0 and I for 1
                is no misread here.""",
                findings.date(), findings.detector().name(), findings.reader().name());
        if (!pictured(findings).isEmpty()) {
            page.heading(2, "Drawn plates");
            page.paragraph(
                    "Upright, at the widest angles, and small: what the plate says in green, what was read in red.");
            page.paragraph("![Drawn plates that were misread](images/misreads.png)");
        }
        if (findings.pictures() != null) {
            real(page, findings.pictures().misreads());
        }
        return page.toString();
    }

    private static void real(Markdown page, List<Misread> misreads) {
        page.heading(2, "Real plates: what goes wrong how often");
        Map<String, Long> causes = misreads.stream()
                .collect(Collectors.groupingBy(misread -> kind(misread.cause()), TreeMap::new, Collectors.counting()));
        page.table(
                List.of("what", "misreads", "of them believed by 90 % or more"),
                causes.entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                        .filter(entry -> entry.getValue() >= OFTEN)
                        .map(entry -> List.of(
                                entry.getKey(),
                                String.valueOf(entry.getValue()),
                                String.valueOf(count(
                                        misreads,
                                        misread -> kind(misread.cause()).equals(entry.getKey())
                                                && misread.confidence() >= 0.9))))
                        .toList());
        page.heading(2, "Real plates: those that were believed most");
        page.paragraph("At most %d of each set. The cause is told by comparing the texts.", OF_EACH_SET);
        var bySet = misreads.stream().collect(Collectors.groupingBy(Misread::set, TreeMap::new, Collectors.toList()));
        var rows = new ArrayList<List<String>>();
        bySet.forEach((set, ofSet) -> ofSet.stream()
                .limit(OF_EACH_SET)
                .forEach(misread -> rows.add(List.of(
                        set,
                        misread.truth(),
                        misread.read().isEmpty() ? "-" : misread.read(),
                        String.format(Locale.ROOT, "%.2f", misread.confidence()),
                        misread.cause()))));
        page.table(List.of("set", "label", "read", "confidence", "cause"), rows);
    }

    /** Without which characters and what was read instead. */
    private static String kind(String cause) {
        if (cause.startsWith("not reported")) {
            return "found, but not believed";
        } else if (cause.contains(" for ")) {
            return cause.contains(",")
                    ? "two characters taken for others"
                    : "one character taken for another: " + cause;
        }
        return cause;
    }

    private static long count(List<Misread> misreads, Predicate<Misread> which) {
        return misreads.stream().filter(which).count();
    }
}
