package dev.gantry.training.reader;

import dev.gantry.image.Image;
import dev.gantry.image.Rectifier;
import dev.gantry.image.Strip;
import dev.gantry.plate.Box;
import dev.gantry.plate.Quad;
import dev.gantry.training.data.LabelledPicture;
import dev.gantry.training.data.LabelledPicture.LabelledPlate;
import dev.gantry.training.data.Pictures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Plates of real pictures with their texts: most to learn from, a few held back to see how it goes. */
final class RealStrips {

    /** One plate in so many is held back; by its text, so that no plate is on both sides. */
    static final int HELD_BACK_EACH = 20;

    /** Large sets count less for each picture: a set's weight is its size to this power. */
    private static final double SET_POWER = 0.65;

    /** How often a plate that can be shuffled is. */
    private static final double SHUFFLED = 0.5;

    /** How much of the scene is kept around a plate that is cut from it. */
    private static final double SCENE_MARGIN = 0.25;

    private final Alphabet alphabet;
    private final int heldBackEach;
    private final Rectifier rectifier = new Rectifier(ReaderNet.WIDTH, ReaderNet.HEIGHT, 0, 0);
    private final List<Plate> training = new ArrayList<>();
    private final List<Plate> heldBack = new ArrayList<>();

    /** By identity: comparing plates would compare their pictures. */
    private final Map<Plate, ShuffledPlate> shuffled = new IdentityHashMap<>();

    private final double[] cumulative;

    /** What is known of where a plate is: its picture ends there, a loose box, or a detector saw it there. */
    enum Place {
        PICTURE,
        BOX,
        SEEN;

        /** What is cut of a plate without jitter. */
        Quad plain(Quad quad) {
            return switch (this) {
                case PICTURE -> quad;
                case BOX -> quad.grown(0.02, -0.04);
                case SEEN -> quad.grown(ReaderExport.MARGIN_X, ReaderExport.MARGIN_Y);
            };
        }
    }

    /**
     * @param quads where the plate is, in each of the ways in which that is known
     */
    record Plate(Image picture, List<Quad> quads, Place place, String text, String set) {}

    /** @param heldBackEach one plate in so many is held back */
    RealStrips(List<LabelledPicture> pictures, Alphabet alphabet, int heldBackEach) throws IOException {
        this.alphabet = alphabet;
        this.heldBackEach = heldBackEach;
        for (LabelledPicture picture : pictures) {
            for (LabelledPlate plate : picture.plates()) {
                add(picture, plate);
            }
        }
        cumulative = weights();
    }

    private void add(LabelledPicture picture, LabelledPlate plate) throws IOException {
        if (plate.text() == null) {
            return;
        }
        String text = plate.text().toUpperCase(Locale.ROOT);
        // openlpr_plates has the same plates in higher resolution
        boolean elsewhere = picture.set().equals("openlpr") && plate.seen() == null;
        if (elsewhere || !alphabet.covers(text) || text.length() > SlotHead.SLOTS) {
            return;
        }
        Image image = Pictures.load(picture.file());
        Box all = new Box(0, 0, image.width(), image.height());
        Box box = plate.box() == null ? all : plate.box();
        Place place = plate.seen() != null ? Place.SEEN : plate.box() != null ? Place.BOX : Place.PICTURE;
        var quads = new ArrayList<Quad>();
        quads.add(plate.seen() != null ? plate.seen() : Quad.of(box));
        if (plate.quad() != null && place == Place.SEEN) {
            quads.add(plate.quad());
        }
        if (picture.scene()) {
            Box window =
                    quads.getFirst().grown(SCENE_MARGIN, SCENE_MARGIN).bounds().clip(image.width(), image.height());
            image = Pictures.cut(image, window);
            int left = (int) window.x();
            int top = (int) window.y();
            quads.replaceAll(quad -> quad.scaled(1, 1, -left, -top));
        }
        var real = new Plate(image, quads, place, text, picture.set());
        (Math.floorMod(text.hashCode(), heldBackEach) == 0 ? heldBack : training).add(real);
    }

    private double[] weights() {
        Map<String, Integer> sizes = new HashMap<>();
        training.forEach(plate -> sizes.merge(plate.set(), 1, Integer::sum));
        var sums = new double[training.size()];
        double sum = 0;
        for (int i = 0; i < sums.length; i++) {
            sum += Math.pow(sizes.getOrDefault(training.get(i).set(), 1), SET_POWER - 1);
            sums[i] = sum;
        }
        return sums;
    }

    int size() {
        return training.size();
    }

    /**
     * From now on half of the samples of those plates that can be shuffled have other texts.
     *
     * @return how many plates that can be done with
     */
    int shuffle(CellFinder finder) {
        for (Plate plate : training) {
            ShuffledPlate.of(plate, finder).ifPresent(shuffle -> shuffled.put(plate, shuffle));
        }
        return shuffled.size();
    }

    List<Plate> heldBack() {
        return heldBack;
    }

    StripSample sample(RandomGenerator random) {
        double pick = random.nextDouble() * cumulative[cumulative.length - 1];
        int at = java.util.Arrays.binarySearch(cumulative, pick);
        Plate plate = training.get(Math.min(training.size() - 1, at < 0 ? -at - 1 : at));
        ShuffledPlate shuffle = random.nextDouble() < SHUFFLED ? shuffled.get(plate) : null;
        if (shuffle != null) {
            plate = shuffle.shuffled(random);
        }
        return new StripSample(
                bytes(rectifier.rectify(plate.picture(), cut(plate, random))), alphabet.encode(plate.text()));
    }

    /** A strip's corners around the plate, as training cuts them. */
    Quad cut(Plate plate, RandomGenerator random) {
        Quad quad = plate.quads().get(random.nextInt(plate.quads().size()));
        return switch (plate.place()) {
            case PICTURE -> CropJitter.aroundCrop(quad, random);
            case BOX -> CropJitter.aroundLoose(quad, random);
            case SEEN -> CropJitter.aroundSeen(quad, random);
        };
    }

    /** The strip that is judged: without jitter. */
    Strip plain(Plate plate) {
        return rectifier.rectify(
                plate.picture(), plate.place().plain(plate.quads().getFirst()));
    }

    static byte[] bytes(Strip strip) {
        var bytes = new byte[strip.gray().length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.clamp(Math.round(strip.gray()[i]), 0, 255);
        }
        return bytes;
    }
}
