package dev.gantry.rendering;

import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/** Light, lens and sensor at random, in the order in which they act. */
final class Degradation {
    private Degradation() {}

    static void apply(BufferedImage picture, double plateWidth, double plateHeight, RandomGenerator random) {
        light(picture, random);
        tone(picture, random);
        lens(picture, plateWidth, random);
        sensor(picture, random);
    }

    private static void light(BufferedImage picture, RandomGenerator random) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        if (Chance.of(0.3, random)) {
            double angle = Chance.between(0, 2 * Math.PI, random);
            Photometry.shadow(
                    picture,
                    width * Chance.between(0.15, 0.85, random),
                    height * Chance.between(0.2, 0.8, random),
                    angle,
                    Chance.between(0.15, 0.65, random),
                    Chance.logBetween(1, width * 0.25, random));
        }
        if (Chance.of(0.45, random)) {
            Photometry.gradient(picture, random.nextGaussian() * 0.18, random.nextGaussian() * 0.18);
        }
        if (Chance.of(0.1, random)) {
            Photometry.glare(
                    picture,
                    random.nextDouble() * width,
                    random.nextDouble() * height,
                    width * Chance.between(0.06, 0.4, random),
                    Chance.between(40, 180, random));
        }
    }

    private static void tone(BufferedImage picture, RandomGenerator random) {
        double kind = random.nextDouble();
        if (kind < 0.12) {
            Photometry.gray(picture);
            tone(picture, Chance.between(0.35, 1.2, random), Chance.between(-70, 60, random), random, 0.06);
        } else if (kind < 0.17) {
            Photometry.gray(picture);
            boolean green = Chance.of(0.4, random);
            Photometry.tone(
                    picture,
                    Chance.between(0.4, 1.1, random),
                    Chance.between(-60, 20, random),
                    1,
                    green ? 0.6 : 0.85,
                    green ? 1.1 : 0.8,
                    green ? 0.4 : 1);
        } else if (kind < 0.3) {
            tone(picture, Chance.between(0.12, 0.45, random), Chance.between(-85, 50, random), random, 0.12);
        } else if (kind < 0.42) {
            tone(picture, Chance.between(0.45, 0.9, random), Chance.between(-95, -40, random), random, 0.1);
        } else {
            tone(picture, Chance.between(0.6, 1.3, random), Chance.between(-45, 45, random), random, 0.08);
        }
    }

    private static void tone(
            BufferedImage picture, double contrast, double brightness, RandomGenerator random, double cast) {
        Photometry.tone(
                picture,
                contrast,
                brightness,
                Chance.of(0.5, random) ? 1 : Chance.logBetween(0.6, 1.7, random),
                1 + random.nextGaussian() * cast,
                1 + random.nextGaussian() * cast * 0.6,
                1 + random.nextGaussian() * cast);
    }

    private static void lens(BufferedImage picture, double plateWidth, RandomGenerator random) {
        double unit = Math.max(1, plateWidth / 110);
        double kind = random.nextDouble();
        if (kind < 0.55) {
            Photometry.blur(picture, Chance.between(0.3, 1.05, random) * unit);
        } else if (kind < 0.62) {
            Photometry.blur(picture, Chance.between(1.0, 1.7, random) * unit);
        } else if (kind < 0.76) {
            double angle = Chance.of(0.6, random) ? random.nextGaussian() * 0.12 : Chance.between(0, Math.PI, random);
            Photometry.motionBlur(picture, Chance.between(2, 4.5, random) * unit, angle);
        }
    }

    private static void sensor(BufferedImage picture, RandomGenerator random) {
        if (Chance.of(0.6, random)) {
            Photometry.noise(picture, Chance.logBetween(1, 14, random), Chance.of(0.6, random), random);
        }
        if (Chance.of(0.7, random)) {
            Photometry.jpeg(picture, random.nextInt(22, 93));
        }
    }
}
