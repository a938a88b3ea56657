package dev.gantry.rendering;

import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/** Years on the road: dirt, faded paint, scratches, screws, and the holder that covers the edge. */
final class Wear {
    private Wear() {}

    static void paint(PlateCanvas canvas, RandomGenerator random) {
        if (Chance.of(0.3, random)) {
            scratches(canvas, random);
        }
        if (Chance.of(0.3, random)) {
            screws(canvas, random);
        }
        if (Chance.of(0.14, random)) {
            holder(canvas, random);
        }
        double kind = random.nextDouble();
        if (kind < 0.5) {
            dirt(canvas.picture(), Chance.between(0.03, 0.3, random), random);
        } else if (kind < 0.6) {
            dirt(canvas.picture(), Chance.between(0.3, 0.65, random), random);
        }
    }

    private static void scratches(PlateCanvas canvas, RandomGenerator random) {
        int count = random.nextInt(1, 14);
        for (int i = 0; i < count; i++) {
            double x = random.nextDouble() * canvas.width();
            double y = random.nextDouble() * canvas.height();
            double radius = Chance.logBetween(0.5, 3.5, random);
            int color = Chance.pick(random, 0x3A2C20, 0x808080, 0xD8D8D8, 0x6A4A30);
            canvas.fill(
                    new java.awt.geom.Ellipse2D.Double(x, y, radius * Chance.between(1, 6, random), radius),
                    color,
                    random.nextInt(60, 220));
        }
    }

    private static void screws(PlateCanvas canvas, RandomGenerator random) {
        double x = Chance.between(0.06, 0.32, random);
        double y = Chance.of(0.5, random) ? 0.5 : Chance.between(0.08, 0.2, random);
        int color = Chance.pick(random, 0xC8C8C8, 0x888888, 0x30302E, 0xE8E0C0, 0x5A4838);
        double radius = canvas.height() * Chance.between(0.025, 0.06, random);
        canvas.bolt(canvas.width() * x, canvas.height() * y, radius, color);
        canvas.bolt(canvas.width() * (1 - x), canvas.height() * y, radius, color);
    }

    private static void holder(PlateCanvas canvas, RandomGenerator random) {
        int color = Chance.pick(random, 0x18181A, 0x242426, 0xB0B0B4, 0x141C30);
        double share =
                Chance.of(0.25, random) ? Chance.between(0.055, 0.11, random) : Chance.between(0.02, 0.055, random);
        double thickness = canvas.height() * share;
        canvas.border(thickness / 2, thickness, canvas.height() * 0.05, color);
        if (Chance.of(0.5, random)) {
            double lower = thickness * Chance.between(1, 1.4, random);
            canvas.rectangle(0, canvas.height() - lower, canvas.width(), lower, color);
            canvas.caption(
                    Painting.words(random.nextInt(1, 4), random),
                    canvas.typefaces().caption(random),
                    canvas.width() / 2.0,
                    canvas.height() - lower / 2,
                    lower * 0.6,
                    canvas.width() * 0.8,
                    Scheme.luminance(color) > 110 ? 0x202020 : 0xD8D8D8);
        }
    }

    private static void dirt(BufferedImage picture, double strength, RandomGenerator random) {
        int color = Chance.pick(random, 0x6E6252, 0x8A8478, 0x4A4238, 0xB8B4AC, 0x909090);
        Noise.blend(picture, color, strength, random.nextInt(2, 12), random.nextInt(2, 7), random);
    }
}
