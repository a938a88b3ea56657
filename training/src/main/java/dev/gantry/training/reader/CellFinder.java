package dev.gantry.training.reader;

import dev.gantry.image.Image;
import dev.gantry.image.Rectifier;
import dev.gantry.image.Standardized;
import dev.gantry.plate.Quad;
import dev.gantry.training.data.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds where each character of a plate stands whose text is known. A reader that reads just that text tells the middle of
 * each by the frames of its CTC head; bounds are the emptiest columns between them, and the emptiest row between two lines.
 */
final class CellFinder {

    /** Frames of the CTC sequence that lie side by side: those of the lower row come behind the others. */
    private static final int COLUMNS = ReaderNet.STEPS / 2;

    /** How far a bound may be from the middle between two characters, as a share of their distance. */
    private static final double STRAY = 0.3;

    /** No gap amid a line is so many times as wide as most. */
    private static final double WIDEST = 4;

    /** What is left out above and below a line, where plates have frames: share of the line's height. */
    private static final double FRAME = 0.2;

    /** Fewer characters say little of how far they stand apart. */
    private static final int FEWEST = 3;

    private final CtcReader reader;
    private final Rectifier rectifier = new Rectifier(ReaderNet.WIDTH, ReaderNet.HEIGHT, 0, 0);

    /** @param reader texts with characters that it lacks have no cells */
    CellFinder(CtcReader reader) {
        this.reader = reader;
    }

    /** A character's place in the picture: its columns, and the rows of its line. */
    record Cell(int left, int right, int top, int bottom) {
        int width() {
            return right - left;
        }
    }

    /** A character's middle as a share of the strip's width, and its row of the CTC sequence. */
    private record Middle(double at, int row) {}

    /**
     * One cell for each character, in the text's order.
     *
     * @param plate an upright rectangle in the picture
     * @return empty when the reader reads anything else, when the text is very short, or when its characters form no lines
     */
    List<Cell> find(Image picture, Quad plate, String text) {
        if (text.length() < FEWEST) {
            return List.of();
        }
        float[] strip = Standardized.of(rectifier.rectify(picture, plate));
        int[] path = reader.alphabet().best(reader.scores(strip), 0, ReaderNet.STEPS);
        if (!Texts.same(reader.alphabet().collapse(path), text)) {
            return List.of();
        }
        List<Middle> middles = middles(path);
        var ink = new Ink(picture);
        if (isLine(middles)) {
            return cells(middles, plate, plate.topLeft().y(), plate.bottomLeft().y(), ink);
        }
        int upper =
                (int) middles.stream().takeWhile(middle -> middle.row() == 0).count();
        List<Middle> first = middles.subList(0, upper);
        List<Middle> second = middles.subList(upper, middles.size());
        if (!isLine(first) || !isLine(second)) {
            return List.of();
        }
        double gap = ink.emptiestRow(plate);
        var cells = new ArrayList<>(cells(first, plate, plate.topLeft().y(), gap, ink));
        cells.addAll(cells(second, plate, gap, plate.bottomLeft().y(), ink));
        return cells;
    }

    private List<Middle> middles(int[] path) {
        var middles = new ArrayList<Middle>();
        int end;
        for (int start = 0; start < path.length; start = end) {
            end = start + 1;
            while (end < path.length && path[end] == path[start]) {
                end++;
            }
            if (path[start] != reader.alphabet().blank()) {
                int row = start / COLUMNS;
                middles.add(new Middle(((start + end) / 2.0 - row * COLUMNS) / COLUMNS, row));
            }
        }
        return middles;
    }

    /** Whether they follow each other as characters of one line do. A first sign may be seen in the other row. */
    private static boolean isLine(List<Middle> middles) {
        double[] distances = distances(middles);
        return middles.size() > 1 && distances[0] > 0 && distances[distances.length - 1] < WIDEST * median(distances);
    }

    /** In rising order. */
    private static double[] distances(List<Middle> middles) {
        return IntStream.range(1, middles.size())
                .mapToDouble(i -> middles.get(i).at() - middles.get(i - 1).at())
                .sorted()
                .toArray();
    }

    private static double median(double[] rising) {
        return rising[rising.length / 2];
    }

    private static List<Cell> cells(List<Middle> middles, Quad plate, double top, double bottom, Ink ink) {
        double[] xs = middles.stream()
                .mapToDouble(middle -> plate.topLeft().x() + middle.at() * plate.width())
                .toArray();
        double pitch = median(distances(middles)) * plate.width();
        double frame = FRAME * (bottom - top);
        var bounds = new int[xs.length + 1];
        for (int i = 0; i < bounds.length; i++) {
            double before = i == 0 ? xs[0] - pitch : xs[i - 1];
            double after = i == xs.length ? xs[i - 1] + pitch : xs[i];
            double stray = STRAY * (after - before);
            bounds[i] = ink.emptiestColumn((before + after) / 2, stray, top + frame, bottom - frame);
        }
        return IntStream.range(0, xs.length)
                .mapToObj(i -> new Cell(bounds[i], bounds[i + 1], (int) top, (int) bottom))
                .toList();
    }
}
