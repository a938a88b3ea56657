package dev.gantry.track;

import dev.gantry.image.Letterbox.Window;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which part of a large picture is worth a look at its full size: where things have moved, and have not been looked at
 * closely for the longest time. One window a frame, so that it costs no more than the look at the whole picture; when
 * things move everywhere, as before a camera that turns, the windows take turns. Cost O(cells) for a frame.
 */
final class CloseUps {

    /** Px; detectors see no more of a picture in one look. */
    private static final int WIDTH = 640;

    /** Of a picture much larger than that a third of its longer side: nine windows at least would cover it. */
    private static final double LEAST_SHARE = 1.0 / 3;

    private static final double HEIGHT_SHARE = 0.6;

    /** A picture hardly larger than the window shows as much at once. */
    private static final double LEAST_GAIN = 1.25;

    /** What has moved is worth a look for so long: it may have stopped just now, and be sharp. */
    private static final Duration MOVED = Duration.ofSeconds(1);

    /** Seconds; what was not looked at for longer is no more urgent. */
    private static final double MOST_URGENT = 2;

    /** Fewer cells are noise, or a thing whose plate would be too small anyhow. */
    private static final int LEAST_CELLS = 4;

    private static final double NEVER = -1e9;
    private static final double ROUNDING = 1e-6;

    private final int columns;
    private final int rows;
    private final double[] changed;
    private final double[] looked;

    CloseUps(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        changed = new double[columns * rows];
        looked = new double[columns * rows];
        Arrays.fill(changed, NEVER);
        Arrays.fill(looked, NEVER);
    }

    void change(int cell, Duration time) {
        changed[cell] = Course.seconds(time);
    }

    /** The window for this frame, which is then looked at; none where nothing has moved, or the picture is small. */
    List<Window> next(Duration time, int width, int height) {
        double side = Math.max(WIDTH, LEAST_SHARE * Math.max(width, height));
        if (side * LEAST_GAIN > Math.max(width, height)) {
            return List.of();
        }
        int windowWidth = (int) Math.min(width, side);
        int windowHeight = (int) Math.min(height, side * HEIGHT_SHARE);
        int across = Math.max(1, columns * windowWidth / width);
        int down = Math.max(1, rows * windowHeight / height);
        return best(Course.seconds(time), across, down)
                .map(place -> new Window(
                        Math.min(place.column() * width / columns, width - windowWidth),
                        Math.min(place.row() * height / rows, height - windowHeight),
                        windowWidth,
                        windowHeight))
                .stream()
                .toList();
    }

    /** The first cell of a window. */
    private record Place(int column, int row) {}

    private Optional<Place> best(double now, int across, int down) {
        double[][] urgency = sums(now, true);
        double[][] cells = sums(now, false);
        Place best = new Place(0, 0);
        double most = 0;
        for (int row = 0; row + down <= rows; row++) {
            for (int column = 0; column + across <= columns; column++) {
                double sum = sum(urgency, row, column, down, across);
                if (sum > most && sum(cells, row, column, down, across) >= LEAST_CELLS) {
                    most = sum;
                    best = new Place(column, row);
                }
            }
        }
        if (most == 0) {
            return Optional.empty();
        }
        best = centred(urgency, best, across, down);
        for (int row = best.row(); row < best.row() + down; row++) {
            Arrays.fill(looked, row * columns + best.column(), row * columns + best.column() + across, now);
        }
        return Optional.of(best);
    }

    /** Of neighbouring windows that are as urgent the middle one: a thing's plate is often at its border. */
    private Place centred(double[][] urgency, Place first, int across, int down) {
        double least = sum(urgency, first.row(), first.column(), down, across) - ROUNDING;
        int column = first.column();
        while (column + 1 + across <= columns && sum(urgency, first.row(), column + 1, down, across) >= least) {
            column++;
        }
        int middle = (first.column() + column) / 2;
        int row = first.row();
        while (row + 1 + down <= rows && sum(urgency, row + 1, middle, down, across) >= least) {
            row++;
        }
        return new Place(middle, (first.row() + row) / 2);
    }

    /** For each cell the sum of all above and to the left of it: of how urgent they are, or of their number. */
    private double[][] sums(double now, boolean urgency) {
        var sums = new double[rows + 1][columns + 1];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int cell = row * columns + column;
                boolean moved = now - changed[cell] <= Course.seconds(MOVED);
                double value = moved ? (urgency ? Math.min(MOST_URGENT, now - looked[cell]) : 1) : 0;
                sums[row + 1][column + 1] = value + sums[row][column + 1] + sums[row + 1][column] - sums[row][column];
            }
        }
        return sums;
    }

    private static double sum(double[][] sums, int row, int column, int down, int across) {
        return sums[row + down][column + across]
                - sums[row][column + across]
                - sums[row + down][column]
                + sums[row][column];
    }
}
