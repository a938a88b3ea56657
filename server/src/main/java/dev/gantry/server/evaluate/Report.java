package dev.gantry.server.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;

/**
 * The scores of all sets, and over all of them.
 *
 * @param sets one row for each set, in the order of their first pictures
 * @param overall scenes, crops and pictures without plates, those that there are; then all, if that is more than one
 */
public record Report(List<Row> sets, List<Row> overall) {

    /** The score of some pictures under a name. */
    public record Row(String name, Score score) {}

    public Report {
        sets = List.copyOf(sets);
        overall = List.copyOf(overall);
    }

    public static Report of(List<PictureResult> results) {
        var bySet = new LinkedHashMap<String, List<PictureResult>>();
        for (PictureResult result : results) {
            bySet.computeIfAbsent(result.picture().set(), set -> new ArrayList<>())
                    .add(result);
        }
        var sets = new ArrayList<Row>();
        bySet.forEach((set, members) -> sets.add(new Row(set, Score.of(members))));

        var overall = new ArrayList<Row>();
        addOverall(overall, "scenes", results, Report::isScene);
        addOverall(overall, "crops", results, Report::isCrop);
        addOverall(overall, "without plates", results, Report::isWithoutPlates);
        if (overall.size() > 1) {
            overall.add(new Row("all", Score.of(results)));
        }
        return new Report(sets, overall);
    }

    private static void addOverall(
            List<Row> rows, String name, List<PictureResult> results, Predicate<LabelledPicture> belongs) {
        var members = results.stream()
                .filter(result -> belongs.test(result.picture()))
                .toList();
        if (!members.isEmpty()) {
            rows.add(new Row(name, Score.of(members)));
        }
    }

    private static boolean isWithoutPlates(LabelledPicture picture) {
        return picture.plates().isEmpty();
    }

    private static boolean isCrop(LabelledPicture picture) {
        return !isWithoutPlates(picture) && picture.kind() == LabelledPicture.Kind.CROP;
    }

    private static boolean isScene(LabelledPicture picture) {
        return !isWithoutPlates(picture) && picture.kind() == LabelledPicture.Kind.SCENE;
    }
}
