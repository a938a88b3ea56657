package dev.gantry.rendering;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The long or square European plate.
 *
 * @param country letters on the band
 * @param schemes the colours, the ordinary ones several times
 * @param faces prefixes of the fitting typefaces
 * @param band how often the band is there
 * @param rightBand how often another one is at the right
 */
record European(String country, List<Scheme> schemes, String faces, double band, double rightBand)
        implements PlateDesign {
    private static final int BAND_BLUE = 0x1A48A0;
    private static final int STAR = 0xF2D020;
    private static final double LOYALTY = 0.62;

    @Override
    public void paint(PlateCanvas canvas, List<Piece> pieces) {
        RandomGenerator random = canvas.random();
        Scheme scheme = Chance.pick(schemes, random).aged(random);
        canvas.background(scheme.background());
        List<List<Piece>> lines = Painting.lines(pieces);
        if (Chance.of(0.75, random)) {
            int edge = Chance.of(0.75, random) ? scheme.ink() : Scheme.mix(scheme.background(), 0x808080, 0.5);
            canvas.border(
                    Chance.between(0, 3.5, random),
                    Chance.between(0.8, 3.2, random),
                    Chance.between(0, canvas.height() * 0.12, random),
                    edge);
        }
        if (lines.size() == 1) {
            paintLong(canvas, lines.getFirst(), scheme, random);
        } else {
            paintSquare(canvas, lines, scheme, random);
        }
    }

    private void paintLong(PlateCanvas canvas, List<Piece> line, Scheme scheme, RandomGenerator random) {
        double width = canvas.width();
        double height = canvas.height();
        double left = width * Chance.between(0.015, 0.05, random);
        double right = width * Chance.between(0.945, 0.98, random);
        if (Chance.of(band, random)) {
            double bandWidth = height * Chance.between(0.34, 0.46, random);
            band(canvas, 0, 0, bandWidth, height, country, random);
            left = bandWidth + width * Chance.between(0.008, 0.03, random);
        }
        if (Chance.of(rightBand, random)) {
            double bandWidth = height * Chance.between(0.34, 0.44, random);
            int color = Chance.of(0.25, random) ? 0xF0C818 : BAND_BLUE;
            canvas.rectangle(width - bandWidth, 0, bandWidth, height, Scheme.jitter(color, 14, random));
            smallPrint(canvas, width - bandWidth / 2, height * 0.72, height * 0.2, bandWidth * 0.8, random);
            canvas.disc(width - bandWidth / 2, height * 0.3, bandWidth * 0.28, Scheme.anyColor(random));
            right = width - bandWidth - width * 0.01;
        }
        double cap = height * Chance.between(0.62, 0.75, random);
        Rectangle2D box = new Rectangle2D.Double(
                left, (height - cap) / 2 + height * Chance.between(-0.025, 0.025, random), right - left, cap);
        Typeface face = Painting.face(canvas, faces, LOYALTY);
        Painting.write(canvas, line, face, box, Painting.look(random, 0.88, 1.1), scheme.ink());
    }

    private void paintSquare(PlateCanvas canvas, List<List<Piece>> lines, Scheme scheme, RandomGenerator random) {
        double width = canvas.width();
        double height = canvas.height();
        double margin = width * Chance.between(0.025, 0.06, random);
        double topLeft = margin;
        double bottomLeft = margin;
        if (Chance.of(band, random)) {
            double bandWidth = width * Chance.between(0.12, 0.17, random);
            boolean tall = Chance.of(0.25, random);
            band(canvas, 0, 0, bandWidth, tall ? height : height * 0.46, country, random);
            topLeft = bandWidth + width * 0.015;
            bottomLeft = tall ? topLeft : margin;
        }
        double cap = height * Chance.between(0.34, 0.4, random);
        double gap = height * Chance.between(0.06, 0.11, random);
        double top = (height - 2 * cap - gap) / 2;
        Typeface face = Painting.face(canvas, faces, LOYALTY);
        Look look = Painting.look(random, 0.85, 1.1);
        double topRight = width - margin;
        if (Chance.of(0.3, random)) {
            topRight -= width * 0.17;
            canvas.seal(width - margin - width * 0.08, top + cap / 2, cap * 0.3);
        }
        Painting.write(
                canvas,
                lines.get(0),
                face,
                new Rectangle2D.Double(topLeft, top, topRight - topLeft, cap),
                look,
                scheme.ink());
        Painting.write(
                canvas,
                lines.get(1),
                face,
                new Rectangle2D.Double(bottomLeft, top + cap + gap, width - margin - bottomLeft, cap),
                look,
                scheme.ink());
    }

    static void band(
            PlateCanvas canvas, double x, double y, double w, double h, String country, RandomGenerator random) {
        canvas.rectangle(x, y, w, h, Scheme.jitter(BAND_BLUE, 22, random));
        double middle = x + w / 2;
        if (Chance.of(0.8, random)) {
            double radius = Math.min(w, h) * Chance.between(0.26, 0.34, random);
            double y0 = y + h * Chance.between(0.27, 0.36, random);
            for (int star = 0; star < 12; star++) {
                double angle = star * Math.PI / 6;
                canvas.disc(
                        middle + radius * Math.cos(angle),
                        y0 + radius * Math.sin(angle),
                        Math.max(0.7, w * 0.045),
                        STAR);
            }
        } else if (Chance.of(0.7, random)) {
            canvas.rectangle(x + w * 0.18, y + h * 0.15, w * 0.64, h * 0.13, Scheme.anyColor(random));
            canvas.rectangle(x + w * 0.18, y + h * 0.28, w * 0.64, h * 0.13, Scheme.anyColor(random));
        }
        canvas.caption(
                country,
                canvas.typefaces().named("german Liberation Roboto", random),
                middle,
                y + h * Chance.between(0.76, 0.84, random),
                h * Chance.between(0.17, 0.24, random),
                w * 0.82,
                0xF0F0F0);
    }

    private static void smallPrint(
            PlateCanvas canvas, double x, double y, double size, double widest, RandomGenerator random) {
        String text = Chance.of(0.6, random)
                ? String.valueOf(random.nextInt(1, 99))
                : "" + (char) ('A' + random.nextInt(26)) + (char) ('A' + random.nextInt(26));
        canvas.caption(text, canvas.typefaces().caption(random), x, y, size, widest, 0xF4F4F4);
    }
}
