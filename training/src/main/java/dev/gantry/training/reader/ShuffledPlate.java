package dev.gantry.training.reader;

import dev.gantry.image.Image;
import dev.gantry.image.Rectifier;
import dev.gantry.plate.Box;
import dev.gantry.plate.Quad;
import dev.gantry.training.reader.CellFinder.Cell;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * A real plate of which plates with other texts are made: copies of its letters take the places of others, and so do its
 * digits. A reader that sees the same few thousand texts again and again learns them by heart (Gonçalves et al., "Real-time
 * automatic license plate recognition through deep multi-task networks", 2018).
 *
 * @param plate the plate as it is
 * @param cells where in the upright picture its characters stand
 */
record ShuffledPlate(RealStrips.Plate plate, List<Cell> cells) {

    /** About twice the reader's strip in each direction, so that cutting once more blurs little. */
    private static final int WIDTH = 384;

    private static final int HEIGHT = 128;

    /** Shown around the plate: as much as any cut of it takes. */
    private static final double MARGIN_X = 0.12;

    private static final double MARGIN_Y = 0.25;

    private static final Rectifier RECTIFIER = new Rectifier(WIDTH, HEIGHT, MARGIN_X, MARGIN_Y);

    private static final Quad UPRIGHT =
            Quad.of(new Box(0, 0, WIDTH, HEIGHT)).grown(-MARGIN_X / (1 + 2 * MARGIN_X), -MARGIN_Y / (1 + 2 * MARGIN_Y));

    /** How often a character gives its place to another, or to itself. */
    private static final double CHANGED = 0.7;

    /** Characters take each other's places when neither is so many times as wide: a W would not be one any more. */
    private static final double MUCH_WIDER = 1.25;

    /** Empty when it is not known where the characters stand. */
    static Optional<ShuffledPlate> of(RealStrips.Plate plate, CellFinder finder) {
        Image picture = upright(plate);
        List<Cell> cells = finder.find(picture, plate.place().plain(UPRIGHT), plate.text());
        return cells.isEmpty() ? Optional.empty() : Optional.of(new ShuffledPlate(plate, cells));
    }

    /** Made anew each time: all of them would take a gigabyte. */
    private static Image upright(RealStrips.Plate plate) {
        return RECTIFIER.rectifyColours(plate.picture(), plate.quads().getFirst());
    }

    /** Another text each time. */
    RealStrips.Plate shuffled(RandomGenerator random) {
        Image picture = upright(plate);
        byte[] pixels = picture.bgr().clone();
        var text = new StringBuilder(plate.text());
        for (int i = 0; i < text.length(); i++) {
            if (random.nextDouble() < CHANGED) {
                int[] fitting = fitting(i);
                int other = fitting[random.nextInt(fitting.length)];
                text.setCharAt(i, plate.text().charAt(other));
                copy(picture.bgr(), cells.get(other), pixels, cells.get(i));
            }
        }
        return new RealStrips.Plate(
                new Image(WIDTH, HEIGHT, pixels), List.of(UPRIGHT), plate.place(), text.toString(), plate.set());
    }

    /** Itself among them. */
    private int[] fitting(int place) {
        return IntStream.range(0, cells.size())
                .filter(other -> other == place || fits(place, other))
                .toArray();
    }

    private boolean fits(int place, int other) {
        Cell to = cells.get(place);
        Cell from = cells.get(other);
        return kind(plate.text().charAt(place)) == kind(plate.text().charAt(other))
                && to.top() == from.top()
                && to.width() < from.width() * MUCH_WIDER
                && from.width() < to.width() * MUCH_WIDER;
    }

    private enum Kind {
        DIGIT,
        LETTER,
        SIGN
    }

    private static Kind kind(char character) {
        if (character >= '0' && character <= '9') {
            return Kind.DIGIT;
        }
        return character >= 'A' && character <= 'Z' ? Kind.LETTER : Kind.SIGN;
    }

    private static void copy(byte[] from, Cell other, byte[] to, Cell place) {
        for (int x = 0; x < place.width(); x++) {
            int source = other.left() + x * other.width() / place.width();
            for (int y = place.top(); y < place.bottom(); y++) {
                System.arraycopy(from, (y * WIDTH + source) * 3, to, (y * WIDTH + place.left() + x) * 3, 3);
            }
        }
    }
}
