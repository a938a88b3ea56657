package dev.gantry.server.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.plate.Box;
import dev.gantry.plate.CharacterLattice;
import dev.gantry.plate.Plate;
import dev.gantry.plate.Quad;
import dev.gantry.plate.Recognition;
import dev.gantry.plate.Rejection;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PairingTest {

    private static final double THRESHOLD = 0.3;

    private static final Box LEFT = new Box(0, 0, 100, 20);
    private static final Box RIGHT = new Box(200, 0, 100, 20);

    @Test
    void pairsEachPlateWithTheLabelThatItOverlaps() {
        var pairing =
                pair(scene(label(LEFT, "A1"), label(RIGHT, "B2")), plate("B2", 0.9, RIGHT), plate("A7", 0.8, LEFT));

        assertThat(texts(pairing)).containsExactly("A7", "B2");
        assertThat(pairing.plates()).allMatch(PlateResult::reported).allMatch(PlateResult::detected);
        assertThat(pairing.plates()).extracting(PlateResult::right).containsExactly(false, true);
        assertThat(pairing.extra()).isEmpty();
    }

    @Test
    void givesALabelToTheMostConfidentPlateAlone() {
        var pairing = pair(
                scene(label(LEFT, "A1"), label(RIGHT, "B2")),
                plate("A7", 0.5, LEFT),
                plate("A1", 0.9, new Box(2, 1, 100, 20)));

        assertThat(texts(pairing)).containsExactly("A1", "");
        assertThat(pairing.extra()).extracting(FoundPlate::text).containsExactly("A7");
    }

    @Test
    void callsAPlateExtraThatNoLabelExplains() {
        var pairing = pair(scene(label(LEFT, "A1")), plate("B2", 0.9, RIGHT));

        assertThat(pairing.plates()).extracting(PlateResult::found).containsOnlyNulls();
        assertThat(pairing.extra()).extracting(FoundPlate::text).containsExactly("B2");
    }

    @Test
    void readsButDoesNotDetectAPlateInsideALabelThatIsTooLarge() {
        var pairing = pair(scene(label(new Box(0, 0, 100, 100), "A1")), plate("A1", 0.9, new Box(20, 40, 60, 20)));

        assertThat(pairing.plates()).extracting(PlateResult::reported).containsExactly(false);
        assertThat(pairing.plates()).extracting(PlateResult::right).containsExactly(true);
    }

    @Test
    void tellsARejectedPlateFromAMissedOne() {
        var rejection = new Rejection(LEFT, Quad.of(LEFT), 0.4, Rejection.Reason.LOW_CONFIDENCE, "", "A1");

        var pairing = Pairing.of(
                scene(label(LEFT, "A1"), label(RIGHT, "B2")),
                new Recognition(400, 40, List.of(), List.of(rejection)),
                THRESHOLD);

        assertThat(pairing.plates()).extracting(PlateResult::reported).containsExactly(false, false);
        assertThat(pairing.plates()).extracting(PlateResult::detected).containsExactly(true, false);
        assertThat(pairing.plates()).extracting(PlateResult::rejection).containsExactly("LOW_CONFIDENCE A1", "");
    }

    @Test
    void comparesTextsAloneWhereNoBoxIsLabelled() {
        var pairing = pair(scene(label(null, "A1")), plate("B2", 0.9, LEFT), plate("a-1", 0.8, RIGHT));

        assertThat(texts(pairing)).containsExactly("A1");
        assertThat(pairing.extra()).extracting(FoundPlate::text).containsExactly("B2");
    }

    @Test
    void takesTheMostConfidentPlateOfACrop() {
        var crop =
                new LabelledPicture(Path.of("c"), "c", "s", LabelledPicture.Kind.CROP, "", List.of(label(null, "A1")));

        var pairing = pair(crop, plate("A1", 0.3, RIGHT), plate("A7", 0.9, LEFT));

        assertThat(texts(pairing)).containsExactly("A7");
        assertThat(pairing.extra()).extracting(FoundPlate::text).containsExactly("A1");
    }

    private static List<String> texts(Pairing pairing) {
        return pairing.plates().stream()
                .map(plate -> plate.found() == null ? "" : plate.found().text())
                .toList();
    }

    private static Pairing pair(LabelledPicture picture, Plate... plates) {
        return Pairing.of(picture, new Recognition(400, 40, List.of(plates), List.of()), THRESHOLD);
    }

    private static LabelledPicture scene(LabelledPlate... labels) {
        return new LabelledPicture(Path.of("p"), "p", "s", LabelledPicture.Kind.SCENE, "", List.of(labels));
    }

    private static LabelledPlate label(@Nullable Box box, String text) {
        return new LabelledPlate(box, text);
    }

    private static Plate plate(String text, double confidence, Box box) {
        return new Plate(
                text,
                confidence,
                box,
                Quad.of(box),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(),
                0.9,
                CharacterLattice.unknown());
    }
}
