package dev.gantry.rendering;

import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.HashMap;
import java.util.Map;

/**
 * Ä, Ö, Ü and Å from a typeface's own A, O and U. Most plates press the letter lower, so that its dots or ring end where
 * other capitals do; a few let them stand above the line.
 */
final class Dots {
    static final String LETTERS = "ÄÖÜÅ";

    private static final String BASES = "AOUA";

    /** Every so many-th typeface has them above the line, round or square. */
    private static final int ABOVE_EACH = 4;

    private static final int SQUARE_EACH = 2;

    /** A dot's height in cap heights, by the typeface: those of German dies are small, others are bold. */
    private static final double[] DOTS = {0.11, 0.125, 0.14};

    /** Between the dots and a letter that is pressed lower. */
    private static final double CLEAR = 0.055;

    /** A ring's height, and how far above the line it and the dots begin where the letter stays as it is. */
    private static final double RING = 0.21;

    private static final double HOLE = 0.5;
    private static final double HIGH = -0.19;

    /** How far a dot's middle is from the letter's, as a share of its width. */
    private static final double APART = 0.24;

    private Dots() {}

    /** The glyphs of a typeface and those letters with dots whose plain ones it has. */
    static Map<Character, Glyph> added(String name, Map<Character, Glyph> glyphs) {
        int kind = Math.floorMod(name.hashCode(), ABOVE_EACH * SQUARE_EACH * DOTS.length);
        Map<Character, Glyph> all = new HashMap<>(glyphs);
        for (int i = 0; i < LETTERS.length(); i++) {
            Glyph base = glyphs.get(BASES.charAt(i));
            if (base != null) {
                all.putIfAbsent(LETTERS.charAt(i), dotted(base, LETTERS.charAt(i) == 'Å', kind));
            }
        }
        return all;
    }

    private static Glyph dotted(Glyph base, boolean ring, int kind) {
        boolean above = kind % ABOVE_EACH == 0;
        boolean square = kind / ABOVE_EACH % SQUARE_EACH == 0;
        double dot = DOTS[kind / (ABOVE_EACH * SQUARE_EACH)];
        Path2D outline = new Path2D.Double(base.outline());
        if (!above) {
            double lowered = 1 - dot - CLEAR;
            outline.transform(new AffineTransform(1, 0, 0, lowered, 0, 1 - lowered));
        }
        double top = above ? HIGH : 0;
        double middle = base.width() / 2;
        if (ring) {
            Area area = new Area(new Ellipse2D.Double(middle - RING / 2, top - (RING - dot) / 2, RING, RING));
            double hole = RING * HOLE;
            double inset = (RING - hole) / 2;
            area.subtract(
                    new Area(new Ellipse2D.Double(middle - hole / 2, top - (RING - dot) / 2 + inset, hole, hole)));
            outline.append(area, false);
        } else {
            for (int side = -1; side <= 1; side += 2) {
                double left = middle + side * APART * base.width() - dot / 2;
                outline.append(
                        square
                                ? new Rectangle2D.Double(left, top, dot, dot)
                                : new Ellipse2D.Double(left, top, dot, dot),
                        false);
            }
        }
        return new Glyph(outline, base.width());
    }
}
