package dev.gantry.rendering;

import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** A street: sky, houses with shops, trees, kerb, asphalt and parking lines. */
final class Backdrop {
    private static final int[] WALLS = {
        0xC9B79C, 0xB08968, 0xD8D2C4, 0x9AA3A8, 0xA65E4A, 0xE3D7B8, 0x7D8A86, 0xC4A484, 0xBFC5C9
    };
    private static final int[] BOARDS = {0x1E3A5F, 0x7A1F1F, 0x1F5C3A, 0x2B2B2E, 0xE8C547, 0xF2EFE8, 0x3B2F5C, 0xC4512D
    };

    private final Sketch sketch;
    private final Typefaces typefaces;
    private final RandomGenerator random;
    private final double width;
    private final double height;
    private final boolean distractors;
    private final boolean night;

    Backdrop(Sketch sketch, Typefaces typefaces, SceneOptions options, RandomGenerator random) {
        this.sketch = sketch;
        this.typefaces = typefaces;
        this.random = random;
        this.width = options.width();
        this.height = options.height();
        this.distractors = options.distractors();
        this.night = options.night();
    }

    void paint() {
        double horizon = height * Chance.between(0.4, 0.47, random);
        int sky = Chance.pick(random, 0x86B4DC, 0xA9C3D6, 0xC6CDD2, 0xE0C9A8, 0x6D9ECF);
        sketch.shade(Sketch.box(0, 0, width, horizon + 1), sky, Scheme.mix(sky, 0xFFFFFF, 0.6));
        clouds(horizon);
        houses(horizon);
        trees(horizon);
        ground(horizon);
        if (distractors) {
            signs(horizon);
        }
    }

    private void clouds(double horizon) {
        int count = random.nextInt(2, 6);
        for (int i = 0; i < count; i++) {
            double x = random.nextDouble() * width;
            double y = Chance.between(0.05, 0.45, random) * horizon;
            for (int puff = 0; puff < 7; puff++) {
                double radius = height * Chance.between(0.015, 0.04, random);
                sketch.fill(
                        new java.awt.geom.Ellipse2D.Double(
                                x + (puff - 3) * radius * 0.9,
                                y - radius * random.nextDouble() * 0.5,
                                radius * 2.6,
                                radius),
                        0xFFFFFF,
                        46);
            }
        }
    }

    private void houses(double horizon) {
        double x = -width * 0.05;
        while (x < width) {
            double w = width * Chance.between(0.16, 0.3, random);
            double top = horizon * Chance.between(0.05, 0.45, random);
            house(x, top, w, horizon - top);
            x += w;
        }
    }

    private void house(double x, double top, double w, double h) {
        int wall = Scheme.jitter(WALLS[random.nextInt(WALLS.length)], 12, random);
        sketch.shade(Sketch.box(x, top, w, h), wall, Scheme.mix(wall, 0, 0.15));
        sketch.fill(Sketch.box(x, top, w, h * 0.025), Scheme.mix(wall, 0, 0.4));
        double shop = height * 0.12;
        int floors = Math.max(1, (int) ((h - shop) / (height * 0.075)));
        int columns = Math.max(2, (int) (w / (height * 0.075)));
        double cellW = w / columns;
        double cellH = (h - shop) / floors;
        for (int floor = 0; floor < floors; floor++) {
            for (int column = 0; column < columns; column++) {
                double wx = x + column * cellW + cellW * 0.25;
                double wy = top + floor * cellH + cellH * 0.25;
                sketch.fill(
                        Sketch.box(wx - cellW * 0.04, wy - cellH * 0.05, cellW * 0.58, cellH * 0.65),
                        Scheme.mix(wall, 0xFFFFFF, 0.45));
                boolean lit = night && Chance.of(0.3, random);
                int glass = lit ? 0xFFE9A8 : Scheme.mix(0x3A4A58, 0xA8C0D0, random.nextDouble() * 0.6);
                sketch.shade(Sketch.box(wx, wy, cellW * 0.5, cellH * 0.55), Scheme.mix(glass, 0xFFFFFF, 0.25), glass);
                sketch.fill(
                        Sketch.box(wx + cellW * 0.24, wy, cellW * 0.025, cellH * 0.55),
                        Scheme.mix(wall, 0xFFFFFF, 0.45));
            }
        }
        shop(x, top + h - shop, w, shop, wall);
    }

    private void shop(double x, double y, double w, double h, int wall) {
        sketch.fill(Sketch.box(x, y, w, h), Scheme.mix(wall, 0, 0.3));
        int board = BOARDS[random.nextInt(BOARDS.length)];
        Rectangle2D sign = Sketch.box(x + w * 0.06, y + h * 0.06, w * 0.88, h * 0.24);
        sketch.fill(sign, board);
        if (distractors) {
            int ink = Scheme.luminance(board) > 120 ? 0x202024 : 0xF4F0E4;
            String words = Painting.words(random.nextInt(1, 3), random).toUpperCase(Locale.ROOT);
            sketch.print(
                    words,
                    typefaces.caption(random),
                    Sketch.box(sign.getX() + w * 0.05, sign.getY() + h * 0.06, w * 0.78, h * 0.12),
                    ink);
        }
        int panes = random.nextInt(2, 5);
        for (int pane = 0; pane < panes; pane++) {
            double px = x + w * 0.07 + pane * w * 0.87 / panes;
            Shape glass = Sketch.box(px, y + h * 0.36, w * 0.8 / panes, h * 0.6);
            sketch.shade(glass, 0x8FA3AD, 0x4A565E);
            sketch.fill(
                    Sketch.polygon(
                            px,
                            y + h * 0.96,
                            px + w * 0.25 / panes,
                            y + h * 0.36,
                            px + w * 0.45 / panes,
                            y + h * 0.36,
                            px + w * 0.2 / panes,
                            y + h * 0.96),
                    0xFFFFFF,
                    34);
        }
    }

    private void trees(double horizon) {
        int count = random.nextInt(1, 5);
        for (int tree = 0; tree < count; tree++) {
            double x = random.nextDouble() * width;
            double size = height * Chance.between(0.09, 0.17, random);
            sketch.fill(Sketch.box(x - size * 0.06, horizon - size * 0.9, size * 0.12, size * 0.95), 0x5A4632);
            int leaf = Scheme.jitter(0x4F7040, 16, random);
            for (int blob = 0; blob < 60; blob++) {
                double angle = random.nextDouble() * 2 * Math.PI;
                double distance = Math.sqrt(random.nextDouble()) * size * 0.55;
                double y = horizon - size * 1.35 + Math.sin(angle) * distance * 0.85;
                double light = (horizon - size * 1.35 - y) / size;
                sketch.fill(
                        Sketch.disc(x + Math.cos(angle) * distance, y, size * Chance.between(0.06, 0.14, random)),
                        Scheme.jitter(
                                Scheme.mix(leaf, light > 0 ? 0xC8D890 : 0x182818, Math.min(0.6, Math.abs(light))),
                                8,
                                random),
                        215);
            }
        }
    }

    private void ground(double horizon) {
        double pavement = height * 0.045;
        sketch.shade(Sketch.box(0, horizon, width, pavement), 0xA8A49C, 0xBCB8B0);
        sketch.fill(Sketch.box(0, horizon + pavement, width, height * 0.012), 0x7C7A76);
        double road = horizon + pavement + height * 0.012;
        int asphalt = Scheme.jitter(0x6A6B6D, 10, random);
        sketch.shade(
                Sketch.box(0, road, width, height - road),
                Scheme.mix(asphalt, 0xFFFFFF, 0.12),
                Scheme.mix(asphalt, 0, 0.2));
        int specks = 2600;
        for (int i = 0; i < specks; i++) {
            double share = Math.sqrt(random.nextDouble());
            double y = road + (height - road) * share;
            double size = height * 0.0016 * (0.4 + share);
            sketch.fill(
                    Sketch.box(random.nextDouble() * width, y, size * 2.2, size),
                    random.nextInt(2) == 0 ? 0x2E2E30 : 0xB4B4B2,
                    60);
        }
        double vanishing = width * Chance.between(0.3, 0.7, random);
        for (int line = -4; line <= 4; line++) {
            double near = vanishing + line * width * 0.42;
            double far = vanishing + line * width * 0.16;
            double thick = width * 0.006;
            sketch.fill(
                    Sketch.polygon(
                            far,
                            road + height * 0.03,
                            far + thick * 0.4,
                            road + height * 0.03,
                            near + thick * 2,
                            height,
                            near - thick,
                            height),
                    0xDAD8D0,
                    170);
        }
    }

    private void signs(double horizon) {
        int count = random.nextInt(1, 4);
        for (int i = 0; i < count; i++) {
            double x = width * Chance.between(0.05, 0.95, random);
            double size = height * Chance.between(0.03, 0.045, random);
            double y = horizon - height * Chance.between(0.1, 0.18, random);
            sketch.fill(Sketch.box(x - size * 0.06, y, size * 0.12, horizon - y + height * 0.03), 0x8A8C8E);
            Typeface face = typefaces.caption(random);
            switch (random.nextInt(3)) {
                case 0 -> {
                    sketch.fill(Sketch.disc(x, y, size), 0xC0202A);
                    sketch.fill(Sketch.disc(x, y, size * 0.76), 0xF4F4F0);
                    String limit = Chance.pick(random, "30", "50", "60", "70");
                    sketch.print(
                            limit, face, Sketch.box(x - size * 0.6, y - size * 0.35, size * 1.2, size * 0.7), 0x161616);
                }
                case 1 -> {
                    sketch.fill(
                            Sketch.rounded(x - size * 2.4, y - size * 0.5, size * 4.8, size, size * 0.12), 0x1E4FA0);
                    String street = Painting.place(random);
                    sketch.print(
                            street,
                            face,
                            Sketch.box(x - size * 2.1, y - size * 0.24, size * 4.2, size * 0.48),
                            0xF4F4F4);
                }
                default -> {
                    sketch.fill(Sketch.rounded(x - size, y - size * 1.3, size * 2, size * 2.6, size * 0.1), 0x1C56A8);
                    sketch.print("P", face, Sketch.box(x - size, y - size * 0.9, size * 2, size * 1.1), 0xFFFFFF);
                    String hours = random.nextInt(6, 10) + "-" + random.nextInt(16, 23);
                    sketch.print(
                            hours, face, Sketch.box(x - size * 0.8, y + size * 0.55, size * 1.6, size * 0.4), 0xFFFFFF);
                }
            }
        }
    }
}
