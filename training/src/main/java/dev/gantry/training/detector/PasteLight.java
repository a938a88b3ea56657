package dev.gantry.training.detector;

import dev.gantry.plate.Box;
import dev.gantry.plate.Quad;
import dev.gantry.rendering.Photometry;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.random.RandomGenerator;

/** Brings a pasted plate into the light of the place where it goes. */
final class PasteLight {

    private static final int SAMPLES = 16;

    private PasteLight() {}

    /** A copy of the plate, mostly about as bright as what it covers or brighter, since plates reflect. */
    static BufferedImage match(BufferedImage plate, BufferedImage scene, Box place, RandomGenerator random) {
        var copy = new BufferedImage(plate.getWidth(), plate.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        byte[] from = ((DataBufferByte) plate.getRaster().getDataBuffer()).getData();
        byte[] to = ((DataBufferByte) copy.getRaster().getDataBuffer()).getData();
        System.arraycopy(from, 0, to, 0, to.length);
        double own = Math.max(0.05, mean(plate, new Box(0, 0, plate.getWidth(), plate.getHeight())));
        double around = mean(scene, place);
        double goal = random.nextDouble() < 0.85
                ? Math.clamp(around * random.nextDouble(0.9, 2.0) + random.nextDouble(-0.05, 0.1), 0.06, 0.95)
                : own;
        double gain = Math.clamp(goal / own, 0.15, 1.6);
        Photometry.tone(copy, random.nextDouble(0.5, 1.1), 0, 1, gain, gain, gain);
        if (random.nextDouble() < 0.35) {
            Photometry.gradient(copy, random.nextDouble(-0.35, 0.35), random.nextDouble(-0.35, 0.35));
        }
        return copy;
    }

    /** Mean brightness of the box, 0 to 1, from a few samples. */
    private static double mean(BufferedImage picture, Box box) {
        double sum = 0;
        for (int i = 0; i < SAMPLES; i++) {
            for (int k = 0; k < SAMPLES; k++) {
                int x = Math.clamp((long) (box.x() + box.width() * (i + 0.5) / SAMPLES), 0, picture.getWidth() - 1);
                int y = Math.clamp((long) (box.y() + box.height() * (k + 0.5) / SAMPLES), 0, picture.getHeight() - 1);
                int rgb = picture.getRGB(x, y);
                sum += ((rgb >> 16 & 0xff) + (rgb >> 8 & 0xff) + (rgb & 0xff)) / (3.0 * 255);
            }
        }
        return sum / (SAMPLES * SAMPLES);
    }

    /** A plate holder around the plate. */
    static void frame(BufferedImage scene, Quad plate, RandomGenerator random) {
        double margin = random.nextDouble(0.01, 0.05);
        Quad outer = plate.grown(margin, margin * 3);
        var path = new Path2D.Double();
        path.moveTo(outer.topLeft().x(), outer.topLeft().y());
        outer.corners().forEach(corner -> path.lineTo(corner.x(), corner.y()));
        path.closePath();
        int most = random.nextDouble() < 0.8 ? 90 : 255;
        Graphics2D graphics = scene.createGraphics();
        graphics.setColor(new Color(random.nextInt(most), random.nextInt(most), random.nextInt(most)));
        graphics.fill(path);
        graphics.dispose();
    }
}
