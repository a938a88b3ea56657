package dev.gantry.training.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.model.ModelFile;
import dev.gantry.read.OnnxPlateReader;
import dev.gantry.training.data.Seeds;
import dev.gantry.training.data.Texts;
import dev.gantry.training.reader.CellFinder.Cell;
import dev.gantry.training.reader.RealStrips.Place;
import dev.gantry.training.reader.RealStrips.Plate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShuffledPlateTest {

    private static final int PLATES = 60;

    private static final List<Plate> DRAWN = DrawnPlates.draw(PLATES, 11).stream()
            .map(drawn -> new Plate(drawn.picture(), List.of(drawn.quad()), Place.SEEN, drawn.text(), "drawn"))
            .toList();

    private final CtcReader shipped = CtcReader.open(ModelFile.shipped("reader"), 1);
    private final CellFinder finder = new CellFinder(shipped);

    @AfterEach
    void close() {
        shipped.close();
    }

    @Test
    void mostPlatesCanBeShuffledAndAreThenReadAsTheirNewText() {
        int shuffled = 0;
        int changed = 0;
        int right = 0;
        try (var reader = OnnxPlateReader.open(ModelFile.shipped("reader"), 1)) {
            for (int i = 0; i < PLATES; i++) {
                Plate plate = DRAWN.get(i);
                Optional<ShuffledPlate> shuffle = ShuffledPlate.of(plate, finder);
                if (shuffle.isPresent()) {
                    Plate other = shuffle.get().shuffled(Seeds.of(1, i, 0));
                    shuffled++;
                    changed += other.text().equals(plate.text()) ? 0 : 1;
                    String read = reader.read(other.picture(), other.quads().getFirst())
                            .text();
                    right += Texts.same(read, other.text()) ? 1 : 0;
                }
            }
        }
        assertThat(shuffled).isGreaterThan(PLATES * 3 / 5);
        assertThat(changed).isGreaterThan(shuffled / 2);
        assertThat(right).isGreaterThan(shuffled * 4 / 5);
    }

    @Test
    void lettersStayAmongLettersAndDigitsAmongDigits() {
        for (int i = 0; i < PLATES; i++) {
            Plate plate = DRAWN.get(i);
            Optional<ShuffledPlate> shuffle = ShuffledPlate.of(plate, finder);
            if (shuffle.isPresent()) {
                String text = shuffle.get().shuffled(Seeds.of(2, i, 0)).text();
                assertThat(text.replaceAll("[0-9]", "0").replaceAll("[A-Z]", "A"))
                        .isEqualTo(plate.text().replaceAll("[0-9]", "0").replaceAll("[A-Z]", "A"));
                assertThat(plate.text().chars())
                        .containsAll(text.chars().boxed().toList());
            }
        }
    }

    @Test
    void cellsFollowEachOtherLineByLine() {
        for (Plate plate : DRAWN) {
            ShuffledPlate.of(plate, finder).ifPresent(shuffle -> {
                assertThat(shuffle.cells()).hasSameSizeAs(plate.text().split(""));
                for (int i = 1; i < shuffle.cells().size(); i++) {
                    Cell before = shuffle.cells().get(i - 1);
                    Cell cell = shuffle.cells().get(i);
                    assertThat(cell.top() > before.top() || cell.left() == before.right())
                            .isTrue();
                    assertThat(cell.width()).isPositive();
                }
            });
        }
    }

    @Test
    void aPlateThatIsReadAsSomethingElseIsLeftAlone() {
        Plate plate = DRAWN.getFirst();
        var mislabelled = new Plate(plate.picture(), plate.quads(), plate.place(), "WRONG123", plate.set());
        assertThat(ShuffledPlate.of(mislabelled, finder)).isEmpty();
    }

    @Test
    void platesOfTwoLinesAreAmongThem() {
        assertThat(DRAWN.stream()
                        .flatMap(plate -> ShuffledPlate.of(plate, finder).stream())
                        .filter(shuffle -> shuffle.cells().stream()
                                        .map(Cell::top)
                                        .distinct()
                                        .count()
                                == 2))
                .hasSizeGreaterThan(1);
    }
}
