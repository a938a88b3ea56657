package dev.gantry.training.complete;

import dev.gantry.image.Image;
import dev.gantry.plate.Point;
import dev.gantry.plate.Quad;
import dev.gantry.plate.Reading;
import dev.gantry.read.PlateReader;
import dev.gantry.training.data.Texts;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Finds a plate's corners near a guess by reading: of many quads around it those count in which the reader sees the known
 * text, each by how sure it is, and their mean lies in the middle of where the plate can be read.
 */
final class PlateFitter {

    private static final int QUADS = 28;

    /** Standard deviations of the edges' shifts, as shares of the plate's width and height: first, then once more finer. */
    private static final double[] SPREAD_X = {0.05, 0.03};

    private static final double[] SPREAD_Y = {0.1, 0.06};

    /** An edge's one end strays this much of what the whole edge does. */
    private static final double TURN = 0.4;

    private final PlateReader reader;

    PlateFitter(PlateReader reader) {
        this.reader = reader;
    }

    /** Empty when the text is never read. */
    Optional<Quad> fit(Image image, Quad guess, String text, RandomGenerator random) {
        Quad best = guess;
        for (int round = 0; round < SPREAD_X.length; round++) {
            var sum = new double[8];
            double weights = 0;
            for (int i = 0; i < QUADS; i++) {
                Quad quad = i == 0 ? best : stray(best, SPREAD_X[round], SPREAD_Y[round], random);
                Reading reading = reader.read(image, quad);
                if (Texts.same(reading.text(), text)) {
                    weights += reading.confidence();
                    add(sum, quad, reading.confidence());
                }
            }
            if (weights == 0) {
                return Optional.empty();
            }
            best = quad(sum, weights);
        }
        return Optional.of(best);
    }

    private static void add(double[] sum, Quad quad, double weight) {
        int i = 0;
        for (Point corner : quad.corners()) {
            sum[i++] += corner.x() * weight;
            sum[i++] += corner.y() * weight;
        }
    }

    private static Quad quad(double[] sum, double weights) {
        var corners = new Point[4];
        for (int i = 0; i < corners.length; i++) {
            corners[i] = new Point(sum[2 * i] / weights, sum[2 * i + 1] / weights);
        }
        return new Quad(corners[0], corners[1], corners[2], corners[3]);
    }

    /** Each edge shifted along its neighbours, and turned a little. */
    private static Quad stray(Quad quad, double spreadX, double spreadY, RandomGenerator random) {
        double left = random.nextGaussian() * spreadX;
        double right = random.nextGaussian() * spreadX;
        double top = random.nextGaussian() * spreadY;
        double bottom = random.nextGaussian() * spreadY;
        double turn = random.nextGaussian() * spreadY * TURN;
        double lean = random.nextGaussian() * spreadX * TURN;
        return new Quad(
                at(quad, -left + lean, -top + turn),
                at(quad, 1 + right + lean, -top - turn),
                at(quad, 1 + right - lean, 1 + bottom - turn),
                at(quad, -left - lean, 1 + bottom + turn));
    }

    /** The point at shares of the way from left to right and from top to bottom, bilinear. */
    private static Point at(Quad quad, double x, double y) {
        Point upper = quad.topLeft().towards(quad.topRight(), x);
        return upper.towards(quad.bottomLeft().towards(quad.bottomRight(), x), y);
    }
}
