package dev.gantry.rendering;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** The sheet of metal that a design is painted on. Lengths are pixels; shares of the plate's size are the designs' work. */
final class PlateCanvas implements AutoCloseable {
    private final BufferedImage picture;
    private final Graphics2D graphics;
    private final Typefaces typefaces;
    private final RandomGenerator random;
    private final int embossX;
    private final int embossY;
    private final int embossAlpha;
    private final double inkGone;

    PlateCanvas(int width, int height, Typefaces typefaces, RandomGenerator random) {
        this.picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        this.graphics = picture.createGraphics();
        this.typefaces = typefaces;
        this.random = random;
        this.embossX = random.nextInt(-2, 3);
        this.embossY = random.nextInt(-2, 3);
        this.embossAlpha = Chance.of(0.6, random) ? random.nextInt(30, 130) : 0;
        this.inkGone = Chance.of(0.07, random) ? Chance.between(0.3, 1, random) : 0;
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    BufferedImage picture() {
        return picture;
    }

    int width() {
        return picture.getWidth();
    }

    int height() {
        return picture.getHeight();
    }

    RandomGenerator random() {
        return random;
    }

    Typefaces typefaces() {
        return typefaces;
    }

    void fill(Shape shape, int rgb) {
        graphics.setColor(new Color(rgb));
        graphics.fill(shape);
    }

    void fill(Shape shape, int rgb, int alpha) {
        graphics.setColor(new Color(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF, alpha));
        graphics.fill(shape);
    }

    void background(int rgb) {
        graphics.setColor(new Color(rgb));
        graphics.fillRect(0, 0, width(), height());
    }

    void rectangle(double x, double y, double w, double h, int rgb) {
        fill(new Rectangle2D.Double(x, y, w, h), rgb);
    }

    void disc(double x, double y, double radius, int rgb) {
        fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), rgb);
    }

    /** A line along the plate's edge. */
    void border(double inset, double thickness, double radius, int rgb) {
        outline(
                new RoundRectangle2D.Double(
                        inset, inset, width() - 2 * inset, height() - 2 * inset, radius * 2, radius * 2),
                thickness,
                rgb);
    }

    void outline(Shape shape, double thickness, int rgb) {
        graphics.setColor(new Color(rgb));
        graphics.setStroke(new BasicStroke((float) thickness));
        graphics.draw(shape);
    }

    /** Writes the pieces as the plate's text: embossed and inked. */
    Lettering write(List<Piece> pieces, Typeface face, Rectangle2D box, Look look, int ink) {
        return write(pieces, face, Map.of(), box, look, ink);
    }

    Lettering write(
            List<Piece> pieces, Typeface face, Map<Character, Glyph> extra, Rectangle2D box, Look look, int ink) {
        Lettering lettering = Lettering.set(pieces, face, extra, box, look);
        emboss(lettering.path(), ink);
        return lettering;
    }

    private void emboss(Path2D path, int ink) {
        if (embossAlpha > 0 && (embossX != 0 || embossY != 0)) {
            double depth = height() / 110.0 + 0.4;
            stamp(path, embossX * depth * 0.5, embossY * depth * 0.5, 0x000000, embossAlpha);
            stamp(path, -embossX * depth * 0.5, -embossY * depth * 0.5, 0xFFFFFF, embossAlpha);
        }
        if (inkGone == 0) {
            fill(path, ink);
            return;
        }
        byte[] bare = Photometry.pixels(picture).clone();
        fill(path, ink);
        Noise.blend(picture, bare, inkGone, random.nextInt(1, 10), random.nextInt(1, 4), random);
    }

    private void stamp(Path2D path, double dx, double dy, int rgb, int alpha) {
        AffineTransform saved = graphics.getTransform();
        graphics.translate(dx, dy);
        fill(path, rgb, alpha);
        graphics.setTransform(saved);
    }

    /** Small print, which no reader has to read: centred at x, its capitals' middle at y. */
    void caption(String text, Typeface face, double x, double y, double size, double widest, int rgb) {
        Look look = new Look(1, 0.12, 0.35, false, 0, 1);
        List<Piece> pieces = java.util.Arrays.stream(text.split(" "))
                .flatMap(word -> java.util.stream.Stream.of(new Piece(Piece.RUN, word), new Piece(' ', "")))
                .limit(Math.max(1, 2L * text.split(" ").length - 1))
                .toList();
        Rectangle2D box = new Rectangle2D.Double(x - widest / 2, y - size / 2, widest, size);
        fill(Lettering.set(pieces, face, Map.of(), box, look).path(), rgb);
    }

    /** A screw head. */
    void bolt(double x, double y, double radius, int rgb) {
        fill(new Ellipse2D.Double(x - radius + 0.7, y - radius + 0.9, 2 * radius, 2 * radius), 0x000000, 110);
        disc(x, y, radius, rgb);
        disc(x - radius * 0.25, y - radius * 0.25, radius * 0.45, Scheme.mix(rgb, 0xFFFFFF, 0.35));
    }

    /** A registration seal, a coat of arms or a small sticker: coloured rings and fields. */
    void seal(double x, double y, double radius) {
        int first = Scheme.anyColor(random);
        switch (random.nextInt(4)) {
            case 0 -> {
                disc(x, y, radius, first);
                disc(x, y, radius * 0.65, Scheme.anyColor(random));
                disc(x + radius * 0.15, y, radius * 0.3, Scheme.mix(first, 0, 0.5));
            }
            case 1 -> {
                disc(x, y, radius, 0xB8B8B0);
                disc(x, y, radius * 0.8, Scheme.mix(first, 0xD0D0C0, 0.5));
            }
            case 2 -> {
                Path2D shield = new Path2D.Double();
                shield.moveTo(x - radius * 0.85, y - radius);
                shield.lineTo(x + radius * 0.85, y - radius);
                shield.quadTo(x + radius, y + radius * 0.5, x, y + radius * 1.15);
                shield.quadTo(x - radius, y + radius * 0.5, x - radius * 0.85, y - radius);
                fill(shield, first);
                rectangle(x - radius * 0.5, y - radius * 0.55, radius, radius * 0.5, Scheme.anyColor(random));
                disc(x, y + radius * 0.3, radius * 0.35, Scheme.anyColor(random));
            }
            default -> {
                disc(x, y, radius, 0x303030);
                disc(x, y, radius * 0.86, Scheme.mix(first, 0xFFFFFF, 0.6));
                rectangle(x - radius * 0.4, y - radius * 0.4, radius * 0.8, radius * 0.25, 0x202020);
                rectangle(x - radius * 0.3, y, radius * 0.6, radius * 0.4, Scheme.anyColor(random));
            }
        }
    }

    @Override
    public void close() {
        graphics.dispose();
    }
}
