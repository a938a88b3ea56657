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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Plates of real pictures with their texts: most to learn from, a few held back to see how it goes. */
final class RealStrips {

    /** One plate in so many is held back; by its text, so that no plate is on both sides. */
    private static final int HELD_BACK_EACH = 20;

    /** Large sets count less for each picture: a set's weight is its size to this power. */
    private static final double SET_POWER = 0.65;

    /** How much of the scene is kept around a plate that is cut from it. */
    private static final double SCENE_MARGIN = 0.25;

    private final Alphabet alphabet;
    private final Rectifier rectifier = new Rectifier(ReaderNet.WIDTH, ReaderNet.HEIGHT, 0, 0);
    private final List<Plate> training = new ArrayList<>();
    private final List<Plate> heldBack = new ArrayList<>();
    private final double[] cumulative;

    record Plate(Image picture, Quad quad, boolean loose, String text, String set) {}

    RealStrips(Path folder, boolean permissiveOnly, Alphabet alphabet) throws IOException {
        this.alphabet = alphabet;
        for (LabelledPicture picture : Pictures.labelled(folder, permissiveOnly)) {
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
        boolean wholeScene = picture.set().equals("openlpr"); // openlpr_plates has the same plates in higher resolution
        if (wholeScene || !alphabet.covers(text) || text.length() > SlotHead.SLOTS) {
            return;
        }
        Image image = Pictures.load(picture.file());
        Box all = new Box(0, 0, image.width(), image.height());
        Box box = plate.box() == null ? all : plate.box();
        if (picture.scene()) {
            Box window = Quad.of(box).grown(SCENE_MARGIN, SCENE_MARGIN).bounds().clip(image.width(), image.height());
            image = Pictures.cut(image, window);
            box = new Box(box.x() - (int) window.x(), box.y() - (int) window.y(), box.width(), box.height());
        }
        var real = new Plate(image, Quad.of(box), plate.box() != null, text, picture.set());
        (Math.floorMod(text.hashCode(), HELD_BACK_EACH) == 0 ? heldBack : training).add(real);
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

    List<Plate> heldBack() {
        return heldBack;
    }

    StripSample sample(RandomGenerator random) {
        double pick = random.nextDouble() * cumulative[cumulative.length - 1];
        int at = java.util.Arrays.binarySearch(cumulative, pick);
        Plate plate = training.get(Math.min(training.size() - 1, at < 0 ? -at - 1 : at));
        return new StripSample(
                bytes(rectifier.rectify(plate.picture(), cut(plate, random))), alphabet.encode(plate.text()));
    }

    /** A strip's corners around the plate, as training cuts them. */
    Quad cut(Plate plate, RandomGenerator random) {
        return plate.loose()
                ? CropJitter.aroundLoose(plate.quad(), random)
                : CropJitter.aroundCrop(plate.quad(), random);
    }

    /** The strip that is judged: without jitter. */
    Strip plain(Plate plate) {
        return rectifier.rectify(plate.picture(), plate.loose() ? plate.quad().grown(0.02, -0.04) : plate.quad());
    }

    static byte[] bytes(Strip strip) {
        var bytes = new byte[strip.gray().length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.clamp(Math.round(strip.gray()[i]), 0, 255);
        }
        return bytes;
    }
}
