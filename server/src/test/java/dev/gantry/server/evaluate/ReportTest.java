package dev.gantry.server.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gantry.plate.Box;
import dev.gantry.plate.Quad;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final Box BOX = new Box(0, 0, 100, 20);

    @Test
    void countsWhatIsRightAndWhatIsNot() {
        var report = Report.of(List.of(
                scene("s", 10, plate("AB12", "AB12", true)),
                scene("s", 20, plate("AO12", "A012", true)),
                scene("s", 30, plate("ABCD", null, false), plate(null, null, true))));

        Score score = report.sets().getFirst().score();
        assertThat(score.images()).isEqualTo(3);
        assertThat(score.boxes()).isEqualTo(4);
        assertThat(score.recall()).isEqualTo(0.75);
        assertThat(score.texts()).isEqualTo(3);
        assertThat(score.strict()).isCloseTo(1.0 / 3, within(1e-9));
        assertThat(score.folded()).isCloseTo(2.0 / 3, within(1e-9));
        assertThat(score.characterErrorRate()).isCloseTo(5.0 / 12, within(1e-9));
        assertThat(score.millisecondsP50()).isEqualTo(20);
        assertThat(score.millisecondsP95()).isEqualTo(30);
    }

    @Test
    void summarisesScenesCropsAndPicturesWithoutPlates() {
        var crop = new LabelledPicture(Path.of("c"), "c", "crops", LabelledPicture.Kind.CROP, "", labels("A1"));
        var extra = new FoundPlate("X1", 0.5, Quad.of(BOX));
        var empty = new LabelledPicture(Path.of("e"), "e", "negatives", LabelledPicture.Kind.SCENE, "", List.of());
        var report = Report.of(List.of(
                scene("s", 10, plate("AB12", "AB12", true)),
                PictureResult.failed(crop, "broken"),
                new PictureResult(empty, List.of(), List.of(extra, extra), 5, null)));

        assertThat(report.sets()).extracting(Report.Row::name).containsExactly("s", "crops", "negatives");
        assertThat(report.overall())
                .extracting(Report.Row::name)
                .containsExactly("scenes", "crops", "without plates", "all");
        assertThat(report.overall().get(1).score().failed()).isEqualTo(1);
        assertThat(report.overall().get(1).score().strict()).isZero();
        assertThat(report.overall().get(2).score().extraPerImage()).isEqualTo(2);
        assertThat(report.overall().get(2).score().recall()).isNull();
        assertThat(report.overall().get(3).score().images()).isEqualTo(3);
    }

    @Test
    void fitsIntoATextTable() {
        var table = TextReport.of(Report.of(List.of(
                scene("a_set_with_a_long_name", 1234.56, plate("AB12", "AB12", true)),
                scene("other", 10, plate("AB12", "AB13", true)))));

        assertThat(table.lines()).hasSize(6).allMatch(line -> line.length() <= 120);
        assertThat(table.lines().toList().get(2))
                .startsWith("a_set_with_a_long_name")
                .contains("100.0%", "1234.6");
        assertThat(table.lines().toList().get(5)).startsWith("scenes").contains("50.0%");
    }

    private static PictureResult scene(String set, double elapsedMs, PlateResult... plates) {
        var labels = List.of(plates).stream().map(PlateResult::label).toList();
        var picture = new LabelledPicture(Path.of("p"), "p", set, LabelledPicture.Kind.SCENE, "", labels);
        return new PictureResult(picture, List.of(plates), List.of(), elapsedMs, null);
    }

    private static List<LabelledPlate> labels(String text) {
        return List.of(new LabelledPlate(null, text));
    }

    private static PlateResult plate(@Nullable String truth, @Nullable String read, boolean detected) {
        var found = read == null ? null : new FoundPlate(read, 0.9, Quad.of(BOX));
        return new PlateResult(new LabelledPlate(BOX, truth), found, detected, detected, "");
    }
}
