package dev.gantry.rendering;

import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/** Light, lens and sensor at random, in the order in which they act. */
final class Degradation {
    private Degradation() {}

    static void apply(BufferedImage picture, double plateWidth, double plateHeight, RandomGenerator random) {
        light(picture, random);
        lens(picture, plateWidth, plateHeight, random);
        double contrast = tone(picture, random);
        sensor(picture, contrast, random);
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

    /** Returns the contrast that is left. */
    private static double tone(BufferedImage picture, RandomGenerator random) {
        double kind = random.nextDouble();
        if (kind < 0.12) {
            Photometry.gray(picture);
            return tone(picture, Chance.between(0.35, 1.2, random), Chance.between(-70, 60, random), random, 0.06);
        }
        if (kind < 0.17) {
            Photometry.gray(picture);
            boolean green = Chance.of(0.4, random);
            double contrast = Chance.between(0.45, 1.1, random);
            Photometry.tone(
                    picture,
                    contrast,
                    Chance.between(-60, 20, random),
                    1,
                    green ? 0.6 : 0.85,
                    green ? 1.1 : 0.8,
                    green ? 0.4 : 1);
            return contrast;
        }
        if (kind < 0.28) {
            return tone(picture, Chance.between(0.2, 0.45, random), Chance.between(-80, 50, random), random, 0.12);
        }
        if (kind < 0.4) {
            return tone(picture, Chance.between(0.45, 0.9, random), Chance.between(-85, -40, random), random, 0.1);
        }
        return tone(picture, Chance.between(0.65, 1.25, random), Chance.between(-45, 40, random), random, 0.08);
    }

    private static double tone(
            BufferedImage picture, double contrast, double brightness, RandomGenerator random, double cast) {
        Photometry.tone(
                picture,
                contrast,
                brightness,
                Chance.of(0.5, random) ? 1 : Chance.logBetween(0.65, 1.6, random),
                1 + random.nextGaussian() * cast,
                1 + random.nextGaussian() * cast * 0.6,
                1 + random.nextGaussian() * cast);
        return contrast;
    }

    /** Defocus or motion, in proportion to the plate: what leaves the characters legible to a good eye. */
    private static void lens(BufferedImage picture, double plateWidth, double plateHeight, RandomGenerator random) {
        double unit = Math.max(0.5, Math.min(plateWidth / 110, plateHeight / 20));
        double kind = random.nextDouble();
        if (kind < 0.55) {
            Photometry.blur(picture, Chance.between(0.3, 1.0, random) * unit);
        } else if (kind < 0.62) {
            Photometry.blur(picture, Chance.between(1.0, 1.5, random) * unit);
        } else if (kind < 0.76) {
            double angle = Chance.of(0.6, random) ? random.nextGaussian() * 0.12 : Chance.between(0, Math.PI, random);
            Photometry.motionBlur(picture, Chance.between(2, 4, random) * unit, angle);
        }
    }

    private static void sensor(BufferedImage picture, double contrast, RandomGenerator random) {
        if (Chance.of(0.6, random)) {
            double most = Math.max(3, Math.min(13, 16 * contrast));
            Photometry.noise(picture, Chance.logBetween(1, most, random), Chance.of(0.6, random), random);
        }
        if (Chance.of(0.12, random)) {
            Photometry.sharpen(picture, Chance.between(0.4, 1.6, random));
        }
        if (Chance.of(0.7, random)) {
            Photometry.jpeg(picture, random.nextInt(contrast < 0.5 ? 45 : 24, 94));
        }
    }
}
