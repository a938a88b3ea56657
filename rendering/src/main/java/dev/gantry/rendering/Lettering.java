package dev.gantry.rendering;

import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of characters set into a box.
 *
 * @param path the shape to fill, dashes and dots included
 * @param seals the middle and the width of each seal's or emblem's gap
 * @param left where the ink begins
 * @param right where it ends
 */
record Lettering(Path2D path, List<double[]> seals, double left, double right) {
    private static final double DASH = 0.3;
    private static final double DOT = 0.24;
    private static final double SEAL = 0.62;
    private static final double MOST_SPREAD = 0.34;
    private static final double NARROW_GAP = 0.45;

    private record Slot(char sign, @Nullable Glyph glyph, double width, double scale) {}

    /** Sets the pieces in the middle of the box; the box's height is the cap height. Too long a text is condensed. */
    static Lettering set(List<Piece> pieces, Typeface face, Map<Character, Glyph> extra, Rectangle2D box, Look look) {
        List<Slot> slots = slots(pieces, face, extra, look);
        double height = box.getHeight();
        double natural = 0;
        for (Slot slot : slots) {
            natural += slot.width() + look.tracking();
        }
        natural = Math.max(0.01, natural - look.tracking());
        double room = box.getWidth() / height;
        double squeeze = Math.min(1, room / natural);
        double spare = Math.min(MOST_SPREAD, Math.max(0, room * look.fill() - natural) / Math.max(1, slots.size() - 1));
        double used = natural * squeeze + spare * (slots.size() - 1);
        double x = box.getX() + (box.getWidth() - used * height) / 2;
        double left = x;
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO, 256);
        List<double[]> seals = new ArrayList<>();
        for (Slot slot : slots) {
            double width = slot.width() * squeeze * height;
            place(path, seals, slot, x, width, box, look, squeeze);
            x += width + (look.tracking() * squeeze + spare) * height;
        }
        return new Lettering(path, seals, left, left + used * height);
    }

    private static List<Slot> slots(List<Piece> pieces, Typeface face, Map<Character, Glyph> extra, Look look) {
        List<Slot> slots = new ArrayList<>();
        double cell = face.cell() * look.stretch();
        for (Piece piece : pieces) {
            if (!piece.isRun()) {
                double width = switch (piece.mark()) {
                    case '_' -> look.gap() * NARROW_GAP;
                    case '-' -> DASH;
                    case '.' -> DOT;
                    case '@' -> SEAL;
                    case '>' -> look.gap() * 1.6;
                    default -> look.gap();
                };
                slots.add(new Slot(piece.mark(), null, width, 1));
                continue;
            }
            for (char character : piece.text().toCharArray()) {
                Glyph glyph = extra.getOrDefault(character, face.glyphs().get(character));
                if (glyph == null) {
                    continue;
                }
                double scale = Character.isDigit(character) ? 1 : look.letterScale();
                double width = glyph.width() * look.stretch() * scale;
                slots.add(new Slot(character, glyph, look.cells() ? Math.max(cell, width) : width, scale));
            }
        }
        return slots;
    }

    private static void place(
            Path2D path,
            List<double[]> seals,
            Slot slot,
            double x,
            double width,
            Rectangle2D box,
            Look look,
            double squeeze) {
        double height = box.getHeight();
        Glyph glyph = slot.glyph();
        if (glyph != null) {
            double scale = height * slot.scale();
            double ink = glyph.width() * look.stretch() * squeeze * scale;
            AffineTransform at = new AffineTransform(
                    scale * look.stretch() * squeeze, 0, 0, scale, x + (width - ink) / 2, box.getY() + height - scale);
            path.append(glyph.outline().getPathIterator(at), false);
            return;
        }
        double middle = box.getY() + height / 2;
        switch (slot.sign()) {
            case '-' ->
                path.append(
                        new Rectangle2D.Double(x + width * 0.08, middle - height * 0.05, width * 0.84, height * 0.1),
                        false);
            case '.' ->
                path.append(
                        new Ellipse2D.Double(
                                x + width / 2 - height * 0.07, middle - height * 0.07, height * 0.14, height * 0.14),
                        false);
            case '@' -> seals.add(new double[] {x + width / 2, width});
            default -> {}
        }
    }
}
