package dev.gantry.server.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.image.Letterbox.Window;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GridTest {

    private static Grid grid(int side, double overlap) {
        return new Grid(side, Optional.empty(), overlap);
    }

    @Test
    void numbersCellsRowByRow() {
        List<Grid.Cell> cells = grid(2, 0).cells(100, 60);

        assertThat(cells)
                .containsExactly(
                        new Grid.Cell(1, new Window(0, 0, 50, 30), new Window(0, 0, 50, 30)),
                        new Grid.Cell(2, new Window(50, 0, 50, 30), new Window(50, 0, 50, 30)),
                        new Grid.Cell(3, new Window(0, 30, 50, 30), new Window(0, 30, 50, 30)),
                        new Grid.Cell(4, new Window(50, 30, 50, 30), new Window(50, 30, 50, 30)));
    }

    @Test
    void reachesIntoNeighboursButNotBeyondThePicture() {
        assertThat(grid(2, 0.2).cells(100, 60))
                .extracting(Grid.Cell::view)
                .containsExactly(
                        new Window(0, 0, 55, 33),
                        new Window(45, 0, 55, 33),
                        new Window(0, 27, 55, 33),
                        new Window(45, 27, 55, 33));
    }

    @Test
    void knowsWhichCellsAreWanted() {
        assertThat(new Grid(3, Optional.of(Set.of(2, 9, 10, -1)), 0).cells(90, 90))
                .extracting(Grid.Cell::number)
                .containsExactly(2, 9);
        assertThat(new Grid(3, Optional.of(Set.of()), 0).cells(90, 90)).isEmpty();
    }

    /** Whatever the sizes, every pixel lies in exactly one cell, and every cell inside what is looked at. */
    @Test
    void coversEveryPixelOnce() {
        var random = new Random(20_261_121);
        for (int i = 0; i < 200; i++) {
            int width = 1 + random.nextInt(50);
            int height = 1 + random.nextInt(50);
            var covered = new int[width * height];
            for (Grid.Cell cell :
                    grid(1 + random.nextInt(16), random.nextDouble()).cells(width, height)) {
                Window bounds = cell.bounds();
                Window view = cell.view();
                for (int y = bounds.y(); y < bounds.y() + bounds.height(); y++) {
                    for (int x = bounds.x(); x < bounds.x() + bounds.width(); x++) {
                        covered[y * width + x]++;
                    }
                }
                assertThat(view.x()).isBetween(0, bounds.x());
                assertThat(view.y()).isBetween(0, bounds.y());
                assertThat(view.x() + view.width()).isBetween(bounds.x() + bounds.width(), width);
                assertThat(view.y() + view.height()).isBetween(bounds.y() + bounds.height(), height);
            }
            assertThat(covered).containsOnly(1);
        }
    }

    @Test
    void isNoneWithoutCells() {
        assertThatThrownBy(() -> grid(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> grid(2, -0.1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> grid(2, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
