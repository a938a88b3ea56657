package dev.gantry.rendering;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.random.RandomGenerator;

/** The Russian plate of GOST R 50577: letters lower than digits, the region in a box at the right. */
record Russian() implements PlateDesign {
    private static final double LETTER_SCALE = 0.76;

    @Override
    public void paint(PlateCanvas canvas, List<Piece> pieces) {
        if (pieces.stream().noneMatch(piece -> piece.mark() == '>')) {
            Plain.of(List.of(Scheme.WHITE), "russian").paint(canvas, pieces);
            return;
        }
        RandomGenerator random = canvas.random();
        Scheme scheme = Chance.pick(
                        List.of(Scheme.WHITE, Scheme.WHITE, Scheme.WHITE, Scheme.WHITE, Scheme.YELLOW, Scheme.BLUE),
                        random)
                .aged(random);
        double width = canvas.width();
        double height = canvas.height();
        canvas.background(scheme.background());
        double line = Chance.between(1.2, 2.8, random);
        canvas.border(Chance.between(0.5, 3, random), line, height * 0.08, scheme.ink());
        boolean threeDigits = pieces.getLast().text().length() > 2;
        double split =
                width * (threeDigits ? Chance.between(0.74, 0.765, random) : Chance.between(0.755, 0.785, random));
        canvas.rectangle(split, 0, line, height, scheme.ink());
        Typeface face = Painting.face(canvas, "russian german nordic", 0.65);
        double cap = height * Chance.between(0.62, 0.7, random);
        double base = height * Chance.between(0.82, 0.87, random);
        Look look = new Look(
                Chance.between(0.9, 1.1, random),
                Chance.between(0.12, 0.2, random),
                0.3,
                false,
                Chance.between(0.85, 0.98, random),
                Chance.of(0.85, random) ? LETTER_SCALE : 1);
        int box = pieces.size() - 1;
        List<Piece> main = pieces.subList(0, box - 1);
        canvas.write(
                main,
                face,
                new Rectangle2D.Double(width * 0.035, base - cap, split - width * 0.06, cap),
                look,
                scheme.ink());
        double regionCap = height * Chance.between(0.48, 0.54, random);
        double room = width - split - line - width * 0.03;
        canvas.write(
                pieces.subList(box, box + 1),
                face,
                new Rectangle2D.Double(split + line + width * 0.01, height * 0.08, room, regionCap),
                look.withFill(0),
                scheme.ink());
        canvas.caption("RUS", face, split + room * 0.4, height * 0.82, height * 0.15, room * 0.5, scheme.ink());
        if (Chance.of(0.8, random)) {
            double x = split + room * 0.72;
            double step = height * 0.055;
            canvas.rectangle(x, height * 0.74, room * 0.26, step, 0xF4F4F4);
            canvas.rectangle(x, height * 0.74 + step, room * 0.26, step, 0x2040A0);
            canvas.rectangle(x, height * 0.74 + 2 * step, room * 0.26, step, 0xC02028);
        }
    }
}
