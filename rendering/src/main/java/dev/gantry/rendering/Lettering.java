package dev.gantry.rendering;

import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
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

    /** Cap height of characters that stand one above the other, and how much lower the second row begins. */
    private static final double STACKED = 0.45;

    private static final double SECOND_ROW = 1 - STACKED;

    /** @param stack rows of small characters; empty for all other slots */
    private record Slot(char sign, @Nullable Glyph glyph, double width, double scale, List<List<Glyph>> stack) {
        Slot(char sign, @Nullable Glyph glyph, double width, double scale) {
            this(sign, glyph, width, scale, List.of());
        }

        static Slot stacked(List<List<Glyph>> rows, Look look) {
            double widest =
                    rows.stream().mapToDouble(row -> rowWidth(row, look)).max().orElse(0);
            return new Slot('^', null, widest, STACKED, rows);
        }

        static double rowWidth(List<Glyph> row, Look look) {
            double width = 0;
            for (Glyph glyph : row) {
                width += (glyph.width() * look.stretch() + look.tracking()) * STACKED;
            }
            return width;
        }
    }

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
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (piece.mark() == '^') {
                slots.add(Slot.stacked(
                        List.of(row(pieces.get(i + 1), face, extra), row(pieces.get(i + 3), face, extra)), look));
                i += 3;
            } else if (!piece.isRun()) {
                double width = switch (piece.mark()) {
                    case '_' -> look.gap() * NARROW_GAP;
                    case '-' -> DASH;
                    case '.' -> DOT;
                    case '@' -> SEAL;
                    case '>' -> look.gap() * 1.6;
                    default -> look.gap();
                };
                slots.add(new Slot(piece.mark(), null, width, 1));
            } else {
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
        }
        return slots;
    }

    private static List<Glyph> row(Piece run, Typeface face, Map<Character, Glyph> extra) {
        List<Glyph> row = new ArrayList<>();
        for (char character : run.text().toCharArray()) {
            Glyph glyph = extra.getOrDefault(character, face.glyphs().get(character));
            if (glyph != null) {
                row.add(glyph);
            }
        }
        return row;
    }

    private static void placeStack(
            Path2D path, Slot slot, double x, double width, Rectangle2D box, Look look, double squeeze) {
        double scale = box.getHeight() * STACKED;
        for (int i = 0; i < slot.stack().size(); i++) {
            List<Glyph> row = slot.stack().get(i);
            double left = x + (width - Slot.rowWidth(row, look) * squeeze * box.getHeight()) / 2;
            double top = box.getY() + i * SECOND_ROW * box.getHeight();
            for (Glyph glyph : row) {
                AffineTransform at = new AffineTransform(scale * look.stretch() * squeeze, 0, 0, scale, left, top);
                path.append(glyph.outline().getPathIterator(at), false);
                left += (glyph.width() * look.stretch() + look.tracking()) * squeeze * scale;
            }
        }
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
            double lean = look.slant() * scale;
            double left = x + (width - ink + lean) / 2;
            double top = box.getY() + height - scale;
            AffineTransform at = new AffineTransform(scale * look.stretch() * squeeze, 0, -lean, scale, left, top);
            if (look.unsteady() > 0) {
                // the same place strays the same: setting a text takes no random numbers
                var hand = new SplittableRandom(Double.doubleToLongBits(x));
                double most = look.unsteady();
                at.preConcatenate(AffineTransform.getTranslateInstance(0, Chance.between(-most, most, hand) * height));
                at.preConcatenate(AffineTransform.getRotateInstance(
                        Chance.between(-most, most, hand), left + ink / 2, top + scale / 2));
            }
            path.append(glyph.outline().getPathIterator(at), false);
            return;
        }
        if (!slot.stack().isEmpty()) {
            placeStack(path, slot, x, width, box, look, squeeze);
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
