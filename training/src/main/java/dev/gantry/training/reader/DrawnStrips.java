package dev.gantry.training.reader;

import dev.gantry.image.Image;
import dev.gantry.image.Rectifier;
import dev.gantry.plate.Quad;
import dev.gantry.rendering.PlateRenderer;
import dev.gantry.rendering.PlateView;
import dev.gantry.rendering.PlateViews;
import dev.gantry.rendering.RenderedPlate;
import dev.gantry.training.data.Corners;
import dev.gantry.training.data.Seeds;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Rendered plates as strips. Drawing costs more than learning, so each strip is used about {@link #USES} times (with
 * other noise each time): a table of strips whose entries are redrawn one after the other as the steps go by. An entry
 * depends on the seed, its place and its generation alone, so that a resumed run sees the same strips.
 */
final class DrawnStrips {

    private static final int PLACES = 1 << 14;
    private static final int USES = 3;

    /** Share of the easy ones that is drawn again: the others keep what is known from being forgotten. */
    private static final double LEFT_OUT = 0.65;

    private final PlateRenderer renderer = new PlateRenderer();
    private final PlateViews views = new PlateViews();
    private final Rectifier rectifier = new Rectifier(ReaderNet.WIDTH, ReaderNet.HEIGHT, 0, 0);
    private final AtomicReferenceArray<Entry> table = new AtomicReferenceArray<>(PLACES);
    private final Alphabet alphabet;
    private final Predicate<StripSample> easy;
    private final long seed;
    private final long stepsEach;

    private record Entry(long generation, StripSample sample) {}

    /** @param eachStep about how many strips a step takes */
    DrawnStrips(Alphabet alphabet, long seed, int eachStep) {
        this(alphabet, strip -> false, seed, eachStep);
    }

    /** @param easy strips of which most are left out of training */
    DrawnStrips(Alphabet alphabet, Predicate<StripSample> easy, long seed, int eachStep) {
        this.alphabet = alphabet;
        this.easy = easy;
        this.seed = seed;
        this.stepsEach = Math.max(1, (long) PLACES * USES / Math.max(1, eachStep));
    }

    StripSample sample(long step, RandomGenerator random) {
        int place = random.nextInt(PLACES);
        // The places' generations are staggered, so that drawing is spread evenly over the steps.
        long generation = (step + stepsEach * place / PLACES) / stepsEach;
        Entry entry = table.get(place);
        if (entry == null || entry.generation != generation) {
            entry = new Entry(generation, drawWorthwhile(Seeds.of(seed, place, generation)));
            table.set(place, entry);
        }
        return entry.sample;
    }

    private StripSample drawWorthwhile(RandomGenerator random) {
        StripSample sample = draw(random);
        while (easy.test(sample) && random.nextDouble() < LEFT_OUT) {
            sample = draw(random);
        }
        return sample;
    }

    /** Any. */
    StripSample draw(RandomGenerator random) {
        RenderedPlate plate = renderer.render(random);
        while (plate.text().length() > SlotHead.SLOTS || plate.text().isEmpty() || !alphabet.covers(plate.text())) {
            plate = renderer.render(random);
        }
        PlateView view = views.view(plate, random);
        Quad quad = CropJitter.aroundExact(Corners.quad(view.corners()), random);
        return new StripSample(
                RealStrips.bytes(rectifier.rectify(Image.of(view.picture()), quad)), alphabet.encode(plate.text()));
    }
}
