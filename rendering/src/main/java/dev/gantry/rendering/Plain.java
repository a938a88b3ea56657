package dev.gantry.rendering;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * The plain plate of one or two lines, with a line of small print above or below.
 *
 * @param capLow lowest cap height as a share of the plate's (of half the plate's on two lines); likewise {@code capHigh}
 * @param above how often there is small print above
 * @param below how often there is small print below
 */
record Plain(
        List<Scheme> schemes,
        String faces,
        double capLow,
        double capHigh,
        double above,
        double below,
        double letterScale,
        Extra extra)
        implements PlateDesign {
    /** What else is on the plate: nothing, a strip at the left with letters, or a rim in the ink's colour. */
    enum Extra {
        NONE,
        STRIP,
        PANEL,
        /** A strip, and the sign writer's freedom: wide, narrow or slanted letters, small print wherever there is room. */
        FREE;

        static Extra of(String cell) {
            return cell.equals("-") ? NONE : valueOf(cell.toUpperCase(Locale.ROOT));
        }
    }

    static Plain of(List<Scheme> schemes, String faces) {
        return new Plain(schemes, faces, 0.56, 0.78, 0, 0, 1, Extra.NONE);
    }

    Plain withLetterScale(double changed) {
        return new Plain(schemes, faces, capLow, capHigh, above, below, changed, extra);
    }

    @Override
    public void paint(PlateCanvas canvas, List<Piece> pieces) {
        RandomGenerator random = canvas.random();
        Scheme scheme = Chance.pick(schemes, random).aged(random);
        double width = canvas.width();
        double height = canvas.height();
        canvas.background(scheme.background());
        if (extra == Extra.PANEL && Chance.of(0.8, random)) {
            panel(canvas, pieces, scheme, random);
            return;
        }
        if (Chance.of(0.7, random)) {
            canvas.border(
                    Chance.between(0.5, 5, random),
                    Chance.between(0.8, 3.2, random),
                    Chance.between(0, height * 0.12, random),
                    scheme.ink());
        }
        double left = width * Chance.between(0.025, 0.06, random);
        if ((extra == Extra.STRIP || extra == Extra.FREE) && Chance.of(0.5, random)) {
            double bandWidth = Math.min(height, width * 0.5) * Chance.between(0.16, 0.26, random);
            strip(canvas, bandWidth, random);
            left = bandWidth + width * 0.02;
        }
        double top = 0;
        double bottom = height;
        Typeface small = canvas.typefaces().caption(random);
        int print = Chance.of(0.7, random) ? scheme.ink() : Scheme.mix(Scheme.anyColor(random), scheme.ink(), 0.4);
        double size = height * Chance.between(0.08, 0.13, random);
        if (Chance.of(above, random)) {
            canvas.caption(caption(random), small, width / 2, size * 1.25, size, width * 0.6, print);
            top = size * 1.7;
        }
        if (Chance.of(below, random)) {
            canvas.caption(caption(random), small, width / 2, height - size * 1.25, size, width * 0.6, print);
            bottom = height - size * 1.7;
        }
        Rectangle2D room = new Rectangle2D.Double(left, top, width * 0.97 - left, bottom - top);
        text(canvas, Painting.lines(pieces), room, capLow, capHigh, scheme, random);
    }

    /** A field of the background's colour on a plate of the ink's colour, small print on the rim. */
    private void panel(PlateCanvas canvas, List<Piece> pieces, Scheme scheme, RandomGenerator random) {
        double width = canvas.width();
        double height = canvas.height();
        canvas.background(scheme.ink());
        double rim = height * Chance.between(0.1, 0.19, random);
        double side = width * Chance.between(0.015, 0.045, random);
        canvas.fill(Sketch.rounded(side, rim, width - 2 * side, height - 2 * rim, height * 0.04), scheme.background());
        if (Chance.of(0.7, random)) {
            Typeface small = canvas.typefaces().caption(random);
            canvas.caption(caption(random), small, width / 2, rim / 2, rim * 0.5, width * 0.5, scheme.background());
        }
        if (Chance.of(0.7, random)) {
            for (double x : new double[] {0.2, 0.8}) {
                canvas.bolt(width * x, rim * 0.5, rim * 0.28, 0x404040);
                canvas.bolt(width * x, height - rim * 0.5, rim * 0.28, 0x404040);
            }
        }
        Rectangle2D room =
                new Rectangle2D.Double(side + width * 0.02, rim, width - 2 * side - width * 0.04, height - 2 * rim);
        text(canvas, Painting.lines(pieces), room, 0.72, 0.9, scheme, random);
    }

    private static String caption(RandomGenerator random) {
        return Chance.of(0.7, random) ? Painting.place(random) : Painting.words(random.nextInt(1, 3), random);
    }

    private static void strip(PlateCanvas canvas, double width, RandomGenerator random) {
        int color = Chance.pick(random, 0x1B4FA8, 0xECECE8, 0x2C7A4C, 0x2050B0);
        if (color != 0xECECE8) {
            canvas.rectangle(0, 0, width, canvas.height(), color);
        }
        int print = color == 0xECECE8 ? 0x3050A0 : 0xF0F0F0;
        canvas.caption(
                Chance.pick(random, "IND", "IND", "PAK"),
                canvas.typefaces().caption(random),
                width / 2,
                canvas.height() * Chance.between(0.5, 0.85, random),
                canvas.height() * 0.12,
                width * 0.8,
                print);
        canvas.disc(width / 2, canvas.height() * 0.25, width * 0.25, Scheme.mix(print, Scheme.anyColor(random), 0.4));
    }

    /** The upper of two lines' share of the height: sign writers like the number larger than what stands above it. */
    private double firstLine(RandomGenerator random) {
        return extra == Extra.FREE && Chance.of(0.4, random) ? Chance.between(0.27, 0.45, random) : 0.5;
    }

    private void text(
            PlateCanvas canvas,
            List<List<Piece>> lines,
            Rectangle2D room,
            double low,
            double high,
            Scheme scheme,
            RandomGenerator random) {
        Typeface face = extra == Extra.FREE && Chance.of(0.3, random)
                ? canvas.typefaces().fancy(random)
                : Painting.face(canvas, faces, 0.5);
        Look plain = Painting.look(random, 0.85, 1.15);
        Look look = new Look(
                plain.stretch(), plain.tracking(), plain.gap(), Chance.of(0.15, random), plain.fill(), letterScale);
        if (extra == Extra.FREE && Chance.of(0.4, random)) {
            look = new Look(
                    Chance.logBetween(0.7, 1.8, random),
                    plain.tracking(),
                    plain.gap(),
                    false,
                    plain.fill(),
                    letterScale,
                    Chance.of(0.4, random) ? Chance.between(0.08, 0.3, random) : 0,
                    Chance.of(0.25, random) ? Chance.between(0.02, 0.1, random) : 0);
        }
        double size = Chance.between(low, high, random);
        double first = lines.size() == 1 ? 1 : firstLine(random);
        double close = lines.size() == 1 ? 0 : Chance.between(0, 0.05, random);
        for (int i = 0; i < lines.size(); i++) {
            double share = room.getHeight() * (i == 0 ? first : 1 - first);
            double cap = share * size;
            double middle = room.getY() + (i == 0 ? share / 2 : room.getHeight() - share / 2);
            middle += share * (i == 0 ? close : -close);
            if (lines.size() == 1) {
                middle += share * Chance.between(-0.03, 0.03, random);
            }
            Rectangle2D box = new Rectangle2D.Double(room.getX(), middle - cap / 2, room.getWidth(), cap);
            Painting.write(canvas, lines.get(i), face, box, look, scheme.ink());
        }
    }
}
