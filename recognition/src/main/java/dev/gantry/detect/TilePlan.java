package dev.gantry.detect;

import dev.gantry.image.Letterbox.Window;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a picture into overlapping square tiles: as small as the detector's input, so that nothing is shrunk, or larger
 * when that would need more tiles than the budget allows.
 */
final class TilePlan {

    /** Neighbours share this much of a tile, so that a plate of up to a fifth of it lies whole in at least one. */
    private static final double OVERLAP = 0.2;

    /** Each try makes the tiles a little larger until they are few enough. */
    private static final double GROWTH = 1.02;

    /** Tiles nearly as large as the picture show nothing that the first look did not. */
    private static final double LEAST_GAIN = 1.25;

    private TilePlan() {}

    /** The tiles, row by row; none when they would not show the picture larger than as a whole. */
    static List<Window> of(int width, int height, int inputSide, int mostTiles) {
        double side = inputSide;
        while (count(width, side) * count(height, side) > mostTiles) {
            side *= GROWTH;
        }
        if (side * LEAST_GAIN > Math.max(width, height)) {
            return List.of();
        }
        int tileWidth = (int) Math.min(width, Math.ceil(side));
        int tileHeight = (int) Math.min(height, Math.ceil(side));
        int columns = count(width, side);
        int rows = count(height, side);
        var tiles = new ArrayList<Window>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                tiles.add(new Window(
                        place(column, columns, width - tileWidth),
                        place(row, rows, height - tileHeight),
                        tileWidth,
                        tileHeight));
            }
        }
        return tiles;
    }

    private static int count(int length, double side) {
        return length <= side ? 1 : (int) Math.ceil((length - OVERLAP * side) / (side - OVERLAP * side));
    }

    /** Start of one of {@code count} tiles that are spread evenly over {@code room}. */
    private static int place(int index, int count, int room) {
        return count == 1 ? 0 : (int) ((long) index * room / (count - 1));
    }
}
