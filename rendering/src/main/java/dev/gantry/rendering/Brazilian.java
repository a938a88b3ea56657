package dev.gantry.rendering;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.random.RandomGenerator;

/** The Brazilian plates: the grey or red one with its city above, and the Mercosur one with a blue band. */
record Brazilian(boolean mercosur, String country) implements PlateDesign {
    private static final List<Scheme> GREY = List.of(
            Scheme.SILVER,
            Scheme.SILVER,
            Scheme.SILVER,
            new Scheme(0xA8AAAA, 0x18181A),
            Scheme.RED,
            Scheme.RED,
            Scheme.WHITE,
            new Scheme(0x24242A, 0xD0D0D0));
    private static final List<Scheme> MERCOSUR =
            List.of(Scheme.WHITE, Scheme.WHITE, Scheme.WHITE, Scheme.RED_INK, Scheme.BLUE_INK, Scheme.GREEN_INK);

    @Override
    public void paint(PlateCanvas canvas, List<Piece> pieces) {
        RandomGenerator random = canvas.random();
        Scheme scheme = Chance.pick(mercosur ? MERCOSUR : GREY, random).aged(random);
        double width = canvas.width();
        double height = canvas.height();
        List<List<Piece>> lines = Painting.lines(pieces);
        canvas.background(scheme.background());
        canvas.border(Chance.between(0, 3.5, random), Chance.between(0.8, 2.6, random), height * 0.08, scheme.ink());
        double head = mercosur ? band(canvas, random) : city(canvas, scheme, lines.size(), random);
        String faces = mercosur ? "german spanish" : "brazilian";
        Typeface face = Painting.face(canvas, faces, mercosur ? 0.6 : 0.78);
        Look look = Painting.look(random, 0.9, 1.1).withFill(Chance.between(0.75, 0.97, random));
        double room = (height * 0.95 - head) / lines.size();
        double cap = room * Chance.between(0.78, 0.92, random);
        for (int i = 0; i < lines.size(); i++) {
            double y = head + room * i + (room - cap) / 2;
            Rectangle2D box = new Rectangle2D.Double(width * 0.045, y, width * 0.91, cap);
            canvas.write(lines.get(i), face, box, look, scheme.ink());
        }
    }

    private double band(PlateCanvas canvas, RandomGenerator random) {
        double width = canvas.width();
        double height = canvas.height();
        double head = height * Chance.between(0.21, 0.26, random);
        canvas.rectangle(0, 0, width, head, Scheme.jitter(0x1A3C94, 18, random));
        canvas.caption(
                country,
                canvas.typefaces().named("Liberation german Roboto", random),
                width / 2,
                head / 2,
                head * 0.48,
                width * 0.5,
                0xF0F0F0);
        canvas.rectangle(width * 0.9, head * 0.2, width * 0.06, head * 0.6, 0x2C9048);
        canvas.disc(width * 0.93, head * 0.5, head * 0.2, 0xE8D030);
        canvas.disc(width * 0.06, head * 0.5, head * 0.24, 0x80C0E8);
        return head + height * 0.02;
    }

    private static double city(PlateCanvas canvas, Scheme scheme, int lines, RandomGenerator random) {
        double height = canvas.height();
        double size = height * (lines == 1 ? Chance.between(0.085, 0.12, random) : 0.08);
        String place = "" + Chance.pick(random, "PR", "SP", "RJ", "SC", "MG", "BA") + Chance.pick(random, " ", "-", " ")
                + Painting.place(random);
        Typeface small = canvas.typefaces().named("brazilian Liberation DejaVu", random);
        double y = height * Chance.between(0.13, 0.17, random);
        canvas.caption(place, small, canvas.width() / 2.0, y, size, canvas.width() * 0.55, scheme.ink());
        for (double x : new double[] {0.2, 0.8}) {
            if (Chance.of(0.5, random)) {
                canvas.bolt(canvas.width() * x, y, height * 0.035, 0x606060);
            }
        }
        return y + size * 0.9;
    }
}
