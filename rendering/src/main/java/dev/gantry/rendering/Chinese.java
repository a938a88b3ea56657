package dev.gantry.rendering;

import java.awt.geom.Rectangle2D;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** The Chinese plates of GA 36: blue, yellow, black, white and the green ones of new-energy cars; one or two lines. */
record Chinese(List<Scheme> schemes, boolean newEnergy) implements PlateDesign {
    @Override
    public void paint(PlateCanvas canvas, List<Piece> pieces) {
        RandomGenerator random = canvas.random();
        Scheme scheme = Chance.pick(schemes, random).aged(random);
        double width = canvas.width();
        double height = canvas.height();
        canvas.background(scheme.background());
        if (newEnergy) {
            int steps = 20;
            int pale = Scheme.mix(scheme.background(), 0xFFFFFF, Chance.between(0.5, 0.95, random));
            for (int i = 0; i < steps; i++) {
                canvas.rectangle(
                        0,
                        height * i / steps,
                        width,
                        height / steps + 1,
                        Scheme.mix(pale, scheme.background(), i / (steps - 1.0)));
            }
        }
        if (Chance.of(0.85, random)) {
            canvas.border(
                    Chance.between(1.5, 5, random), Chance.between(0.8, 2.4, random), height * 0.06, scheme.ink());
        }
        Typeface face = Painting.face(canvas, "chinese chinese indian", 0.55);
        Look look = new Look(
                Chance.between(0.9, 1.08, random),
                Chance.between(0.12, 0.24, random),
                0.3,
                Chance.of(0.6, random),
                Chance.between(0.9, 1, random),
                1);
        List<List<Piece>> lines = Painting.lines(pieces);
        Map<Character, Glyph> signs = signs(canvas, random);
        if (lines.size() == 1) {
            double cap = height * Chance.between(0.6, 0.7, random);
            canvas.write(
                    lines.getFirst(),
                    face,
                    signs,
                    new Rectangle2D.Double(width * 0.035, (height - cap) / 2, width * 0.93, cap),
                    look,
                    scheme.ink());
        } else {
            double upper = height * Chance.between(0.25, 0.29, random);
            double lower = height * Chance.between(0.44, 0.49, random);
            canvas.write(
                    lines.get(0),
                    face,
                    signs,
                    new Rectangle2D.Double(width * 0.2, height * 0.09, width * 0.6, upper),
                    new Look(1.5, 0.3, 0.4, false, 0.8, 1),
                    scheme.ink());
            canvas.write(
                    lines.get(1),
                    face,
                    signs,
                    new Rectangle2D.Double(width * 0.04, height * 0.93 - lower, width * 0.92, lower),
                    look,
                    scheme.ink());
        }
        for (double x : new double[] {0.22, 0.78}) {
            if (Chance.of(0.6, random)) {
                canvas.bolt(width * x, height * 0.09, Chance.between(2.5, 5, random), 0xA0A0A0);
                canvas.bolt(width * x, height * 0.91, Chance.between(2.5, 5, random), 0xA0A0A0);
            }
        }
    }

    /** The province signs condensed to a character's cell, as the plate's own typeface has them. */
    private static Map<Character, Glyph> signs(PlateCanvas canvas, RandomGenerator random) {
        double width = Chance.between(0.5, 0.62, random);
        Map<Character, Glyph> signs = new HashMap<>();
        canvas.typefaces().province(random).glyphs().forEach((sign, glyph) -> {
            java.awt.geom.Path2D narrow = new java.awt.geom.Path2D.Double(
                    glyph.outline(), java.awt.geom.AffineTransform.getScaleInstance(width / glyph.width(), 1));
            signs.put(sign, new Glyph(narrow, width));
        });
        return signs;
    }
}
