package dev.gantry.benchmarks.accuracy;

import dev.gantry.PlateRecognizer;
import dev.gantry.plate.Plate;
import dev.gantry.rendering.PlateRenderer;
import dev.gantry.rendering.RenderedPlate;
import dev.gantry.rendering.SceneRenderer;
import dev.gantry.server.evaluate.PlateText;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads drawn plates at many angles and sizes: with their true corners by the reader alone, and end to end. */
final class DrawnPlates {

    static final List<Integer> ANGLES = List.of(10, 20, 30, 40);
    static final List<Integer> WIDTHS = List.of(40, 50, 60, 80, 100, 150);

    /** Wide enough that at no angle the characters themselves become too small, px. */
    static final int TURNED_WIDTH = 180;

    /** Of the first plate; the others follow. Training draws with other seeds. */
    private static final long SEED = 20_261_121_000L;

    private final PlateRecognizer recognizer;
    private final PlateRenderer plates = new PlateRenderer();
    private final SceneRenderer scenes = new SceneRenderer(plates);
    private final int count;
    private final int threads;

    /** @param count how many plates */
    DrawnPlates(PlateRecognizer recognizer, int count, int threads) {
        this.recognizer = recognizer;
        this.count = count;
        this.threads = threads;
    }

    /**
     * How many of the plates were read right, O for 0 and I for 1 allowed.
     *
     * @param reader by the reader alone, with the true corners
     * @param whole by the whole pipeline
     * @param misreads the first few that the whole pipeline did not read right
     */
    record Tally(int plates, int reader, int whole, List<DrawnMisread> misreads) {

        private static final int MOST_MISREADS = 4;

        private Tally plus(Tally other) {
            var both = Stream.concat(misreads.stream(), other.misreads.stream())
                    .limit(MOST_MISREADS)
                    .toList();
            return new Tally(plates + other.plates, reader + other.reader, whole + other.whole, both);
        }

        double readerShare() {
            return (double) reader / plates;
        }

        double wholeShare() {
            return (double) whole / plates;
        }
    }

    /** One way to look at a plate; 0 degrees is upright for every turn. */
    record Pose(Turn turn, int degrees) implements Comparable<Pose> {
        @Override
        public int compareTo(Pose other) {
            int byTurn = turn.compareTo(other.turn);
            return byTurn != 0 ? byTurn : Integer.compare(degrees, other.degrees);
        }
    }

    /** The same plates at all angles. */
    Map<Pose, Tally> turned() {
        return summed(seed -> {
            var random = new SplittableRandom(SEED + seed);
            var street = DrawnStreet.of(scenes, plates.render(random), random);
            double sign = random.nextBoolean() ? 1 : -1;
            var results = new TreeMap<Pose, Tally>();
            Tally upright = tally(street.view(Turn.TURNED, 0, TURNED_WIDTH), "upright");
            for (Turn turn : Turn.values()) {
                results.put(new Pose(turn, 0), upright);
                for (int degrees : ANGLES) {
                    var view = street.view(turn, sign * Math.toRadians(degrees), TURNED_WIDTH);
                    results.put(new Pose(turn, degrees), tally(view, degrees + " degrees " + turn.words));
                }
            }
            return results;
        });
    }

    /** The same plates, of one line, at all widths, px. */
    Map<Integer, Tally> small() {
        return summed(seed -> {
            RenderedPlate plate = ofOneLine(new SplittableRandom(SEED + seed));
            var results = new TreeMap<Integer, Tally>();
            for (int width : WIDTHS) {
                var view = DrawnStreet.upright(scenes, plate, width, new SplittableRandom(SEED + seed));
                results.put(width, tally(view, width + " px wide"));
            }
            return results;
        });
    }

    private RenderedPlate ofOneLine(RandomGenerator random) {
        RenderedPlate plate = plates.render(random);
        while (plate.lines() > 1) {
            plate = plates.render(random);
        }
        return plate;
    }

    private <K extends Comparable<K>> Map<K, Tally> summed(Function<Integer, Map<K, Tally>> each) {
        var sums = new TreeMap<K, Tally>();
        IntStream.range(0, count)
                .boxed()
                .gather(Gatherers.mapConcurrent(threads, each))
                .forEach(results -> results.forEach((key, tally) -> sums.merge(key, tally, Tally::plus)));
        return sums;
    }

    private Tally tally(DrawnStreet.View view, String name) {
        List<Plate> found = recognizer.recognize(view.image());
        String read = recognizer.read(view.image(), view.plate()).text();
        boolean whole = found.stream().anyMatch(plate -> same(plate.text(), view.text()));
        return new Tally(
                1,
                same(read, view.text()) ? 1 : 0,
                whole ? 1 : 0,
                whole ? List.of() : List.of(DrawnMisread.of(view, name, found)));
    }

    private static boolean same(String one, String other) {
        return PlateText.fold(PlateText.normalize(one)).equals(PlateText.fold(PlateText.normalize(other)));
    }
}
