package dev.gantry.server.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.plate.Box;
import dev.gantry.plate.Point;
import dev.gantry.plate.Quad;
import dev.gantry.server.evaluate.LabelledPicture.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DetailsTest {

    @Test
    void groupsByTheLabelsWidthAndInCropsByWhatWasRead() {
        var details = Details.of(List.of(
                picture(Kind.SCENE, "DE", new Box(0, 0, 45, 10), "AB1", null),
                picture(Kind.SCENE, "DE", new Box(0, 0, 49.9, 10), "AB1", found("AB1", 0)),
                picture(Kind.SCENE, "DE", new Box(0, 0, 50, 10), "AB1", found("AB1", 0)),
                picture(Kind.CROP, "DE", null, "AB1", found("XX1", 0)),
                picture(Kind.SCENE, "DE", new Box(0, 0, 50, 10), null, found("AB1", 0))));

        assertThat(details.byWidth())
                .extracting(Report.Row::name)
                .containsExactly("40 to 50 px", "50 to 60 px", "100 to 150 px");
        assertThat(details.byWidth()).extracting(row -> row.score().texts()).containsExactly(2, 1, 1);
        assertThat(details.byWidth()).extracting(row -> row.score().folded()).containsExactly(0.5, 1.0, 0.0);
    }

    @Test
    void groupsByTheTiltOfWhatWasFoundInScenes() {
        var details = Details.of(List.of(
                picture(Kind.SCENE, "", new Box(0, 0, 100, 20), "AB1", found("AB1", -40)),
                picture(Kind.SCENE, "", new Box(0, 0, 100, 20), "AB1", found("AB1", 1)),
                picture(Kind.SCENE, "", new Box(0, 0, 100, 20), "AB1", null),
                picture(Kind.CROP, "", null, "AB1", found("AB1", 12))));

        assertThat(details.byTilt())
                .extracting(Report.Row::name)
                .containsExactly("0 to 3 degrees", "30 degrees and more");
    }

    @Test
    void putsRareCountriesTogether() {
        var results = new ArrayList<PictureResult>();
        for (int i = 0; i < 10; i++) {
            results.add(picture(Kind.CROP, "BR", null, "AB1", found("AB1", 0)));
        }
        results.add(picture(Kind.CROP, "DE", null, "AB1", found("AB1", 0)));
        results.add(picture(Kind.CROP, "FR", null, "AB1", found("AB1", 0)));
        results.add(picture(Kind.CROP, "", null, "AB1", found("AB1", 0)));

        assertThat(Details.of(results).byCountry()).extracting(Report.Row::name).containsExactly("BR", "others");
    }

    @Test
    void tellsOfEachSetHowFarConfidencesHold() {
        var details = Details.of(List.of(picture(Kind.CROP, "", null, "AB1", found("AB1", 0))));

        assertThat(details.calibration()).containsOnlyKeys("set", "all");
        assertThat(details.calibration().values())
                .allSatisfy(
                        calibration -> assertThat(calibration.bins()).containsExactly(new Calibration.Bin(1, 0.9, 1)));
        assertThat(details.toText()).contains("By the plate's width", " 90:100");
    }

    @Test
    void tellsWhatIsWrongWithEachMisread() {
        var misreads = Misread.of(List.of(
                picture(Kind.CROP, "", null, "AB128", found("AB123", 0)),
                picture(Kind.CROP, "", null, "AB128", found("B128", 0)),
                picture(Kind.CROP, "", null, "AB128", found("AB1285", 0)),
                picture(Kind.CROP, "", null, "AB128", found("XY999", 0)),
                picture(Kind.CROP, "", null, "AB1O8", found("AB108", 0)),
                picture(Kind.SCENE, "", new Box(0, 0, 9, 9), "AB128", null)));

        assertThat(misreads)
                .extracting(Misread::cause)
                .containsExactly("3 for 8", "cut: 1 missing", "more than the plate: 1 added", "unlike", "not found");
    }

    private static PictureResult picture(
            Kind kind, String country, @Nullable Box box, @Nullable String truth, @Nullable FoundPlate found) {
        var label = new LabelledPlate(box, truth);
        var picture = new LabelledPicture(Path.of("p"), "p", "set", kind, country, List.of(label));
        var plate = new PlateResult(label, found, found != null, found != null, "");
        return new PictureResult(picture, List.of(plate), List.of(), 5, null);
    }

    /** A plate of 100 px, turned. */
    private static FoundPlate found(String text, double degrees) {
        double angle = Math.toRadians(degrees);
        var start = new Point(0, 0);
        var end = new Point(100 * Math.cos(angle), 100 * Math.sin(angle));
        return new FoundPlate(text, 0.9, new Quad(start, end, end.plus(0, 20), start.plus(0, 20)));
    }
}
