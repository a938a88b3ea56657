package dev.gantry.training.detector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.plate.Box;
import dev.gantry.plate.Quad;
import dev.gantry.training.detector.Assignment.Cell;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssignmentTest {

    private static final int SIZE = 448;

    @Test
    void cellsOfAPlateLieAroundItsCentreOnTheLevelOfItsWidth() {
        Target plate = target(new Box(180, 200, 64, 20), false);
        Assignment assignment = Assignment.of(List.of(List.of(plate)), SIZE);
        assertThat(assignment.cells()).isNotEmpty().allSatisfy(cell -> {
            assertThat(Math.abs(cell.x() - 212)).isLessThanOrEqualTo(16);
            assertThat(Math.abs(cell.y() - 210)).isLessThanOrEqualTo(8);
        });
        assertThat(assignment.cells()).extracting(Cell::stride).contains(8, 16).doesNotContain(32, 64);
    }

    @Test
    void everyPlateHasACellWhateverItsSizeAndPlace() {
        for (int width = 9; width < 440; width += 7) {
            for (int x = 0; x + width <= SIZE; x += 31) {
                Target plate = target(new Box(x, 100, width, Math.max(4, width / 4.0)), false);
                assertThat(Assignment.of(List.of(List.of(plate)), SIZE).cells())
                        .as("width %d at %d", width, x)
                        .isNotEmpty();
            }
        }
    }

    @Test
    void ofTwoPlatesInOnePlaceTheSmallerOneIsLearned() {
        Target large = target(new Box(100, 100, 70, 30), false);
        Target small = target(new Box(115, 105, 60, 20), false);
        Assignment assignment = Assignment.of(List.of(List.of(large, small)), SIZE);
        Cell shared = assignment.cells().stream()
                .filter(cell -> cell.stride() == 8 && Math.abs(cell.x() - 140) < 5 && Math.abs(cell.y() - 116) < 5)
                .findFirst()
                .orElseThrow();
        assertThat(shared.target()).isEqualTo(small);
    }

    @Test
    void ignoredPlatesTeachNothing() {
        Target ignored = target(new Box(100, 100, 60, 20), true);
        Assignment assignment = Assignment.of(List.of(List.of(ignored)), SIZE);
        assertThat(assignment.cells()).isEmpty();
        assertThat(assignment.mask()).contains(0f);
    }

    @Test
    void everySceneOfABatchHasItsOwnCells() {
        Target plate = target(new Box(100, 100, 60, 20), false);
        Assignment assignment = Assignment.of(List.of(List.of(), List.of(plate)), SIZE);
        assertThat(assignment.mask()).hasSize(2 * Assignment.cellsPerImage(SIZE));
        assertThat(assignment.cells())
                .allSatisfy(cell -> assertThat(cell.index()).isGreaterThanOrEqualTo(Assignment.cellsPerImage(SIZE)));
    }

    private static Target target(Box box, boolean ignored) {
        return new Target(box, Quad.of(box), 1, 0, ignored);
    }
}
