package dev.gantry.training.detector;

import dev.gantry.rendering.PlateRenderer;
import dev.gantry.training.data.LabelledPicture;
import dev.gantry.training.data.Seeds;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;

/** What is pasted into scenes: drawn plates, real plates, and signs that are no plates. */
final class PlatePool {

    private static final int DRAWN = 3000;
    private static final int REAL = 1200;
    private static final int SIGNS = 1500;
    private static final int LARGEST_WIDTH = 320;
    private static final int SMALLEST_HEIGHT = 24;

    /** Sets whose crops end at the plate's edge or close to it. */
    private static final Set<String> TIGHT_SETS = Set.of("eu_crops", "us_crops", "eu2_twoline_crops");

    /** A real crop's border is near the plate's edge but not on it. */
    private static final double REAL_CORNERS = 0.35;

    private final List<Piece> plates = new ArrayList<>();
    private final List<BufferedImage> signs = new ArrayList<>();

    /** A plate's picture and how far its borders are to be believed as its corners. */
    record Piece(BufferedImage picture, double cornerWeight) {}

    PlatePool(List<LabelledPicture> pictures, long seed) throws IOException {
        this(pictures, seed, DRAWN);
    }

    /** @param drawn how many plates are drawn */
    PlatePool(List<LabelledPicture> pictures, long seed, int drawn) throws IOException {
        var renderer = new PlateRenderer();
        for (int i = 0; i < drawn; i++) {
            plates.add(new Piece(renderer.render(Seeds.of(seed, 1, i)).picture(), 1));
        }
        var crops = new ArrayList<>(pictures.stream()
                .filter(picture -> TIGHT_SETS.contains(picture.set()))
                .toList());
        Collections.shuffle(crops, new Random(seed));
        for (LabelledPicture crop : crops.subList(0, Math.min(REAL, crops.size()))) {
            BufferedImage picture = plain(ImageIO.read(crop.file().toFile()));
            if (picture.getHeight() >= SMALLEST_HEIGHT) {
                plates.add(new Piece(picture, REAL_CORNERS));
            }
        }
        for (int i = 0; i < SIGNS; i++) {
            signs.add(Signs.draw(Seeds.of(seed, 2, i)));
        }
    }

    private static BufferedImage plain(BufferedImage picture) {
        double scale = Math.min(1, (double) LARGEST_WIDTH / picture.getWidth());
        int width = (int) Math.round(picture.getWidth() * scale);
        int height = (int) Math.round(picture.getHeight() * scale);
        var plain = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = plain.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return plain;
    }

    Piece plate(RandomGenerator random) {
        return plates.get(random.nextInt(plates.size()));
    }

    /** Of a few plates the one whose shape is closest to the given width for each height. */
    Piece plateLike(double aspect, RandomGenerator random) {
        Piece best = plate(random);
        for (int i = 0; i < 5; i++) {
            Piece other = plate(random);
            best = misfit(other, aspect) < misfit(best, aspect) ? other : best;
        }
        return best;
    }

    private static double misfit(Piece piece, double aspect) {
        return Math.abs(
                Math.log((double) piece.picture().getWidth() / piece.picture().getHeight() / aspect));
    }

    BufferedImage sign(int at) {
        return signs.get(Math.floorMod(at, signs.size()));
    }
}
