package dev.gantry.rendering;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.random.RandomGenerator;

/** The American plate: 12 by 6 inches, the state above, a slogan below, often a picture behind, stickers and bolts. */
record American(List<String> states, String faces) implements PlateDesign {
    private static final int[] LIGHT_GROUNDS = {
        0xF0F0EC, 0xF2F2F2, 0xECEEF0, 0xE4ECF4, 0xF0F0EC, 0xF4EEDC, 0xE0E2E4, 0xD0E2F0, 0xC8D8E8, 0xF0D060, 0xEEC040
    };
    private static final int[] INKS = {0x14203C, 0x1C2C6C, 0x16161A, 0x20242A, 0x8C1C24, 0xA01824, 0x14503C, 0x1A3A78};
    private static final int[] DARK_GROUNDS = {0x0E5A40, 0x1B3C8C, 0x141418, 0x6C1820, 0x0C4A8C};

    @Override
    public void paint(PlateCanvas canvas, List<Piece> pieces) {
        RandomGenerator random = canvas.random();
        boolean dark = Chance.of(0.13, random);
        int ground = Scheme.jitter(pick(dark ? DARK_GROUNDS : LIGHT_GROUNDS, random), 14, random);
        int ink = Scheme.jitter(dark ? (Chance.of(0.5, random) ? 0xF4F4F0 : 0xF0D040) : pick(INKS, random), 14, random);
        canvas.background(ground);
        if (!dark && Chance.of(0.55, random)) {
            Scenery.paint(canvas, ground, random);
        }
        bands(canvas, random);
        double width = canvas.width();
        double height = canvas.height();
        if (Chance.of(0.4, random)) {
            canvas.border(Chance.between(1, 5, random), Chance.between(1, 3, random), height * 0.07, ink);
        }
        captions(canvas, ink, random);
        double cap = height * Chance.between(0.42, 0.54, random);
        double top = height * Chance.between(0.25, 0.31, random);
        double margin = width * Chance.between(0.025, 0.08, random);
        Look look = new Look(
                Chance.between(0.88, 1.12, random),
                Chance.between(0.07, 0.2, random),
                Chance.between(0.3, 0.6, random),
                Chance.of(0.65, random),
                Chance.of(0.5, random) ? Chance.between(0.8, 1, random) : 0,
                1);
        Typeface face = Painting.face(canvas, faces, 0.65);
        List<Piece> line = Painting.lines(pieces).getFirst();
        Painting.write(canvas, line, face, new Rectangle2D.Double(margin, top, width - 2 * margin, cap), look, ink);
        stickers(canvas, random);
        bolts(canvas, random);
    }

    private static int pick(int[] colors, RandomGenerator random) {
        return colors[random.nextInt(colors.length)];
    }

    private static void bands(PlateCanvas canvas, RandomGenerator random) {
        double width = canvas.width();
        double height = canvas.height();
        if (Chance.of(0.2, random)) {
            canvas.rectangle(0, 0, width, height * Chance.between(0.14, 0.22, random), Scheme.anyColor(random));
        }
        if (Chance.of(0.15, random)) {
            double top = height * Chance.between(0.8, 0.87, random);
            canvas.rectangle(0, top, width, height - top, Scheme.anyColor(random));
        }
    }

    private void captions(PlateCanvas canvas, int ink, RandomGenerator random) {
        double width = canvas.width();
        double height = canvas.height();
        int color = Chance.of(0.55, random) ? ink : Scheme.mix(Scheme.anyColor(random), 0, 0.35);
        if (Chance.of(0.94, random)) {
            String state = Chance.pick(states, random);
            state = Chance.of(0.6, random) ? state.toUpperCase(java.util.Locale.ROOT) : state;
            canvas.caption(
                    state,
                    canvas.typefaces().caption(random),
                    width * Chance.between(0.45, 0.55, random),
                    height * Chance.between(0.1, 0.15, random),
                    height * Chance.between(0.09, 0.14, random),
                    width * 0.62,
                    color);
        }
        if (Chance.of(0.85, random)) {
            canvas.caption(
                    Painting.words(random.nextInt(1, 4), random),
                    canvas.typefaces().caption(random),
                    width * Chance.between(0.42, 0.58, random),
                    height * Chance.between(0.88, 0.92, random),
                    height * Chance.between(0.055, 0.09, random),
                    width * 0.62,
                    color);
        }
    }

    private static void stickers(PlateCanvas canvas, RandomGenerator random) {
        double width = canvas.width();
        double height = canvas.height();
        double[][] places = {{0.03, 0.04}, {0.83, 0.04}, {0.03, 0.81}, {0.83, 0.81}};
        for (double[] place : places) {
            if (!Chance.of(0.33, random)) {
                continue;
            }
            double w = width * Chance.between(0.1, 0.15, random);
            double h = height * Chance.between(0.13, 0.17, random);
            double x = width * place[0];
            double y = height * place[1];
            int color = Scheme.anyColor(random);
            canvas.rectangle(x, y, w, h, color);
            String text = Chance.pick(
                    random, "JAN", "FEB", "MAR", "JUN", "SEP", "NOV", "DEC", "10", "07", "98", "2006", "12");
            canvas.caption(
                    text,
                    canvas.typefaces().caption(random),
                    x + w / 2,
                    y + h / 2,
                    h * 0.55,
                    w * 0.85,
                    Scheme.luminance(color) > 110 ? 0x101010 : 0xF0F0F0);
        }
    }

    private static void bolts(PlateCanvas canvas, RandomGenerator random) {
        double width = canvas.width();
        double height = canvas.height();
        boolean lower = Chance.of(0.4, random);
        boolean slots = Chance.of(0.5, random);
        if (!Chance.of(0.75, random)) {
            return;
        }
        for (double x : new double[] {0.2, 0.8}) {
            for (double y : lower ? new double[] {0.08, 0.92} : new double[] {0.08}) {
                if (slots) {
                    canvas.fill(
                            new java.awt.geom.RoundRectangle2D.Double(width * x - 7, height * y - 3, 14, 6, 6, 6),
                            0x383838);
                } else {
                    canvas.bolt(
                            width * x,
                            height * y,
                            Chance.between(3, 6, random),
                            random.nextInt(2) == 0 ? 0xA8A8A8 : 0x40382E);
                }
            }
        }
    }

    /** A picture behind the text: sky, hills, sun, a figure. */
    private static final class Scenery {
        static void paint(PlateCanvas canvas, int ground, RandomGenerator random) {
            double width = canvas.width();
            double height = canvas.height();
            double strength = Chance.between(0.12, 0.55, random);
            int sky = Scheme.mix(ground, Scheme.anyColor(random), strength);
            int foot = Scheme.mix(ground, Scheme.anyColor(random), strength);
            int steps = 24;
            for (int i = 0; i < steps; i++) {
                double share = Math.abs(2.0 * i / (steps - 1) - 1);
                int color = i < steps / 2 ? Scheme.mix(ground, sky, share) : Scheme.mix(ground, foot, share);
                canvas.rectangle(0, height * i / steps, width, height / steps + 1, color);
            }
            int figures = random.nextInt(4);
            for (int i = 0; i < figures; i++) {
                int alpha = random.nextInt(40, 190);
                int color = Scheme.mix(ground, Scheme.anyColor(random), Chance.between(0.3, 0.9, random));
                double x = random.nextDouble() * width;
                double y = Chance.between(0.3, 1, random) * height;
                if (Chance.of(0.4, random)) {
                    double size = Chance.between(0.2, 0.6, random) * height;
                    canvas.fill(new Ellipse2D.Double(x - size / 2, y - size / 2, size, size), color, alpha);
                } else {
                    canvas.fill(hill(x, y, width, height, random), color, alpha);
                }
            }
        }

        private static Path2D hill(double x, double y, double width, double height, RandomGenerator random) {
            Path2D hill = new Path2D.Double();
            hill.moveTo(x - width * 0.4, height);
            for (int i = -3; i <= 3; i++) {
                hill.lineTo(
                        x + i * width * 0.12,
                        y + height * Chance.between(-0.2, 0.3, random) + Math.abs(i) * height * 0.05);
            }
            hill.lineTo(x + width * 0.4, height);
            hill.closePath();
            return hill;
        }
    }
}
