package dev.gantry.rendering;

import java.awt.geom.Path2D;
import java.util.random.RandomGenerator;

/** A car from the front or the rear, one unit wide, its middle at x 0, the roof at y 0 and the ground at y 0.84. */
final class CarPainter {
    /** The middle of the plate at the front and at the rear. */
    static final double FRONT_PLATE = 0.615;

    static final double REAR_PLATE = 0.505;
    static final double GROUND = 0.84;

    private static final int[] PAINTS = {
        0xB8BEC4, 0x2A2D33, 0xE8E8E6, 0x8C1C22, 0x1F3F73, 0x5C6670, 0x20503C, 0xC9A227, 0x7B8794, 0x3E2F2B, 0x9DB4C0
    };

    private final Sketch sketch;
    private final Typefaces typefaces;
    private final RandomGenerator random;
    private final boolean front;
    private final boolean night;
    private final boolean distractors;

    CarPainter(Sketch sketch, Typefaces typefaces, boolean front, SceneOptions options, RandomGenerator random) {
        this.sketch = sketch;
        this.typefaces = typefaces;
        this.random = random;
        this.front = front;
        this.night = options.night();
        this.distractors = options.distractors();
    }

    void paint(double plateShareX, double plateShareY) {
        int paint = Scheme.jitter(PAINTS[random.nextInt(PAINTS.length)], 8, random);
        int light = Scheme.mix(paint, 0xFFFFFF, 0.32);
        int dark = Scheme.mix(paint, 0x000000, 0.38);
        for (int ring = 5; ring >= 0; ring--) {
            double grow = 0.02 * ring;
            sketch.fill(
                    new java.awt.geom.Ellipse2D.Double(
                            -0.52 - grow, 0.78 - grow * 0.4, 1.04 + 2 * grow, 0.11 + grow * 0.8),
                    0x000000,
                    38);
        }
        sketch.fill(Sketch.rounded(-0.46, 0.62, 0.13, 0.22, 0.03), 0x131315);
        sketch.fill(Sketch.rounded(0.33, 0.62, 0.13, 0.22, 0.03), 0x131315);
        sketch.fill(Sketch.rounded(-0.36, 0.66, 0.72, 0.12, 0.02), 0x0C0C0E);
        cabin(paint, light, dark);
        body(light, dark);
        if (front) {
            front(paint, dark);
        } else {
            rear(paint, dark);
        }
        double y = front ? FRONT_PLATE : REAR_PLATE;
        sketch.fill(
                Sketch.rounded(
                        -plateShareX * 0.5 - 0.018,
                        y - plateShareY * 0.5 - 0.014,
                        plateShareX + 0.036,
                        plateShareY + 0.028,
                        0.012),
                Scheme.mix(dark, 0, 0.45));
    }

    private void cabin(int paint, int light, int dark) {
        Path2D roof = new Path2D.Double();
        roof.moveTo(-0.47, 0.37);
        roof.curveTo(-0.41, 0.2, -0.38, 0.06, -0.33, 0.025);
        roof.curveTo(-0.2, -0.008, 0.2, -0.008, 0.33, 0.025);
        roof.curveTo(0.38, 0.06, 0.41, 0.2, 0.47, 0.37);
        roof.closePath();
        sketch.shade(roof, light, paint);
        Path2D glass = new Path2D.Double();
        glass.moveTo(-0.405, 0.325);
        glass.curveTo(-0.37, 0.2, -0.345, 0.1, -0.305, 0.06);
        glass.curveTo(-0.15, 0.04, 0.15, 0.04, 0.305, 0.06);
        glass.curveTo(0.345, 0.1, 0.37, 0.2, 0.405, 0.325);
        glass.curveTo(0.2, 0.345, -0.2, 0.345, -0.405, 0.325);
        sketch.shade(glass, 0x7E919C, 0x20272D);
        sketch.fill(Sketch.rounded(-0.25, 0.2, 0.15, 0.13, 0.04), 0x15181B, 190);
        sketch.fill(Sketch.rounded(0.1, 0.2, 0.15, 0.13, 0.04), 0x15181B, 190);
        sketch.fill(Sketch.polygon(-0.22, 0.325, -0.1, 0.055, -0.02, 0.052, -0.13, 0.33), 0xFFFFFF, 30);
        sketch.fill(Sketch.polygon(0.05, 0.332, 0.15, 0.052, 0.18, 0.052, 0.08, 0.332), 0xFFFFFF, 24);
        sketch.line(glass, 0.008, Scheme.mix(dark, 0, 0.6));
        sketch.shade(Sketch.rounded(-0.555, 0.28, 0.09, 0.065, 0.025), paint, dark);
        sketch.shade(Sketch.rounded(0.465, 0.28, 0.09, 0.065, 0.025), paint, dark);
        if (distractors && Chance.of(0.5, random)) {
            sketch.fill(Sketch.box(0.24, 0.255, 0.075, 0.05), 0xE8D860);
            sketch.print(
                    "" + random.nextInt(10, 99),
                    typefaces.caption(random),
                    Sketch.box(0.245, 0.267, 0.065, 0.026),
                    0x202020);
        }
    }

    private void body(int light, int dark) {
        Path2D body = new Path2D.Double();
        body.moveTo(-0.47, 0.35);
        body.curveTo(-0.3, 0.325, 0.3, 0.325, 0.47, 0.35);
        body.curveTo(0.505, 0.4, 0.51, 0.5, 0.505, 0.66);
        body.curveTo(0.495, 0.715, 0.45, 0.74, 0.4, 0.745);
        body.lineTo(-0.4, 0.745);
        body.curveTo(-0.45, 0.74, -0.495, 0.715, -0.505, 0.66);
        body.curveTo(-0.51, 0.5, -0.505, 0.4, -0.47, 0.35);
        sketch.shade(body, light, dark);
        sketch.fill(Sketch.polygon(-0.45, 0.362, 0.45, 0.362, 0.47, 0.385, -0.47, 0.385), 0xFFFFFF, 46);
        sketch.line(Sketch.polygon(-0.495, 0.575, 0.495, 0.575), 0.005, Scheme.mix(dark, 0, 0.3));
        sketch.shade(Sketch.rounded(-0.43, 0.685, 0.86, 0.06, 0.025), 0x2C2D30, 0x161618);
        sketch.line(body, 0.005, Scheme.mix(dark, 0, 0.55));
    }

    private void front(int paint, int dark) {
        sketch.shade(Sketch.rounded(-0.245, 0.425, 0.49, 0.115, 0.03), 0x0C0D0F, 0x26282B);
        for (int bar = 0; bar < 4; bar++) {
            sketch.fill(
                    Sketch.rounded(-0.23, 0.441 + bar * 0.025, 0.46, 0.008, 0.004), Scheme.mix(0x9AA0A6, dark, 0.35));
        }
        sketch.fill(Sketch.disc(0, 0.482, 0.034), 0x3A3C40);
        sketch.fill(Sketch.disc(0, 0.482, 0.028), 0xCDD2D6);
        sketch.fill(Sketch.polygon(-0.016, 0.495, 0, 0.462, 0.016, 0.495), 0x44484C);
        Path2D lamps = Sketch.mirrored(-0.485, 0.41, -0.265, 0.435, -0.27, 0.525, -0.4, 0.535, -0.492, 0.5);
        sketch.shade(lamps, 0xEFF4F7, 0x97A2AA);
        sketch.line(lamps, 0.007, 0x1C1D20);
        for (double side : new double[] {-1, 1}) {
            sketch.fill(Sketch.disc(side * 0.42, 0.475, 0.034), 0x59626A);
            sketch.fill(Sketch.disc(side * 0.42, 0.475, 0.026), night ? 0xFFFCEB : 0xE6EEF2);
            sketch.fill(Sketch.disc(side * 0.325, 0.482, 0.024), 0x59626A);
            sketch.fill(Sketch.disc(side * 0.325, 0.482, 0.018), 0xD4DCE2);
            sketch.shade(Sketch.rounded(side * 0.4 - 0.05, 0.61, 0.1, 0.05, 0.02), 0x101113, 0x2A2C2F);
            sketch.fill(Sketch.disc(side * 0.4, 0.635, 0.019), 0xC6CED4);
        }
        sketch.line(Sketch.polygon(-0.33, 0.352, -0.25, 0.42), 0.004, Scheme.mix(paint, 0, 0.3));
        sketch.line(Sketch.polygon(0.33, 0.352, 0.25, 0.42), 0.004, Scheme.mix(paint, 0, 0.3));
    }

    private void rear(int paint, int dark) {
        Path2D lamps = Sketch.mirrored(-0.492, 0.4, -0.3, 0.425, -0.32, 0.515, -0.498, 0.535);
        sketch.shade(lamps, night ? 0xFF5A4A : 0xC4232A, night ? 0xE01818 : 0x7C1216);
        sketch.line(lamps, 0.006, 0x240A0A);
        for (double side : new double[] {-1, 1}) {
            sketch.fill(Sketch.rounded(side * 0.41 - 0.045, 0.475, 0.09, 0.02, 0.008), 0xE8D8C8, 220);
            sketch.fill(Sketch.rounded(side * 0.4 - 0.045, 0.655, 0.09, 0.018, 0.006), 0xA81820);
            sketch.fill(Sketch.rounded(side * 0.3 - 0.04, 0.73, 0.08, 0.022, 0.01), 0x8A8E92);
        }
        sketch.line(Sketch.polygon(-0.31, 0.345, -0.285, 0.56), 0.004, Scheme.mix(dark, 0, 0.35));
        sketch.line(Sketch.polygon(0.31, 0.345, 0.285, 0.56), 0.004, Scheme.mix(dark, 0, 0.35));
        sketch.fill(Sketch.rounded(-0.16, 0.425, 0.32, 0.014, 0.006), Scheme.mix(0xD0D4D8, paint, 0.3));
        sketch.fill(Sketch.disc(0, 0.392, 0.022), 0xC6CCD0);
        sketch.fill(Sketch.disc(0, 0.392, 0.014), 0x53585C);
        if (distractors) {
            String model = Chance.pick(random, "2.0 TDI", "SPORT", "GT", "330", "XL", "HYBRID", "4X4");
            sketch.print(model, typefaces.caption(random), Sketch.box(0.17, 0.38, 0.11, 0.018), 0xD6DADC);
            if (Chance.of(0.4, random)) {
                sketch.fill(Sketch.rounded(-0.27, 0.6, 0.13, 0.05, 0.006), 0xF0EDE0);
                sketch.print(
                        Painting.words(1, random),
                        typefaces.caption(random),
                        Sketch.box(-0.26, 0.614, 0.11, 0.022),
                        0x9C2020);
            }
        }
    }
}
