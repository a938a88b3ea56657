package dev.gantry.server.recognition;

import dev.gantry.image.Letterbox.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A picture cut into cells, as many from left to right as from top to bottom, numbered row by row from 1. Together the cells
 * cover every pixel.
 *
 * @param side cells in a row, 1 or more
 * @param wanted numbers of the cells that are looked at, empty for all; numbers that no cell has do not matter
 * @param overlap share of a cell's width and height by which it reaches into its neighbours, 0 to 1: plates that are no
 *     larger lie whole in one of them
 */
public record Grid(int side, Optional<Set<Integer>> wanted, double overlap) {

    public Grid {
        if (side < 1 || !(overlap >= 0 && overlap <= 1)) {
            throw new IllegalArgumentException("no grid of %d cells that share %s".formatted(side, overlap));
        }
        wanted = wanted.map(Set::copyOf);
    }

    /**
     * One wanted cell.
     *
     * @param bounds without what it shares with its neighbours
     * @param view what is looked at
     */
    public record Cell(int number, Window bounds, Window view) {}

    /** The wanted cells of a picture of this size, in the order of their numbers. */
    public List<Cell> cells(int width, int height) {
        var cells = new ArrayList<Cell>();
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                int number = row * side + column + 1;
                var bounds =
                        between(edge(column, width), edge(row, height), edge(column + 1, width), edge(row + 1, height));
                boolean isWanted =
                        wanted.map(numbers -> numbers.contains(number)).orElse(true);
                if (isWanted && bounds.width() > 0 && bounds.height() > 0) {
                    cells.add(new Cell(number, bounds, grown(bounds, width, height)));
                }
            }
        }
        return cells;
    }

    private int edge(int index, int length) {
        return (int) ((long) index * length / side);
    }

    /** Half of the overlap comes from each of two neighbours. */
    private Window grown(Window cell, int width, int height) {
        int x = (int) Math.ceil(cell.width() * overlap / 2);
        int y = (int) Math.ceil(cell.height() * overlap / 2);
        return between(
                Math.max(0, cell.x() - x),
                Math.max(0, cell.y() - y),
                Math.min(width, cell.x() + cell.width() + x),
                Math.min(height, cell.y() + cell.height() + y));
    }

    private static Window between(int left, int top, int right, int bottom) {
        return new Window(left, top, right - left, bottom - top);
    }
}
