package dev.gantry.rendering;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Puts a plate before a camera: at some size and angle, on a piece of a car, in some light, through some lens. */
public final class PlateViews {
    private static final double NARROWEST = 40;
    private static final double WIDEST = 260;
    private static final double TILTED = 0.14;
    private static final double MOST_TILT = Math.toRadians(35);
    private static final double USUAL_TILT = Math.toRadians(4.5);
    private static final double BENT = 0.1;

    /** A view of the plate; the same generator state gives the same view. Safe for several threads. */
    public PlateView view(RenderedPlate plate, RandomGenerator random) {
        BufferedImage texture = plate.picture();
        double aspect = (double) texture.getWidth() / texture.getHeight();
        double width = Chance.logBetween(NARROWEST, WIDEST, random);
        if (plate.lines() > 1) {
            width *= 0.7;
        }
        double height = Math.max(9, width / aspect * Chance.between(0.85, 1.15, random));
        double[] quad = quad(width, height, random);
        BufferedImage picture = frame(quad, width, height, random);
        surroundings(picture, quad, random);
        double radius =
                Chance.of(0.7, random) ? texture.getHeight() * Chance.between(0.02, 0.12, random) / plate.lines() : 0;
        Warp.paste(texture, quad, picture, (float) Chance.between(0.8, 1.6, random), radius);
        if (Chance.of(BENT, random)) {
            double bend = height * Chance.between(0.04, 0.16, random);
            Bend.apply(picture, quad, Chance.of(0.5, random) ? bend : -bend);
        }
        Degradation.apply(picture, width, height, random);
        List<Point2D> corners = new ArrayList<>();
        for (int corner = 0; corner < 4; corner++) {
            corners.add(new Point2D.Double(quad[2 * corner], quad[2 * corner + 1]));
        }
        return new PlateView(picture, corners);
    }

    private static double[] quad(double width, double height, RandomGenerator random) {
        boolean tilted = Chance.of(TILTED, random);
        double angle = tilted
                ? Chance.between(-MOST_TILT, MOST_TILT, random)
                : Math.max(-MOST_TILT, Math.min(MOST_TILT, random.nextGaussian() * USUAL_TILT));
        double shear = random.nextGaussian() * (tilted ? 0.14 : 0.06);
        double keystoneX = random.nextGaussian() * 0.025;
        double keystoneY = random.nextGaussian() * 0.045;
        double narrowing = Chance.of(0.2, random) ? Chance.between(0.6, 1, random) : 1;
        double[] quad = new double[8];
        int[][] signs = {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}};
        for (int corner = 0; corner < 4; corner++) {
            double sx = signs[corner][0];
            double sy = signs[corner][1];
            double y = sy * height / 2 * (1 + sx * keystoneY);
            double x = sx * width / 2 * narrowing * (1 + sy * keystoneX) + shear * y;
            y += random.nextGaussian() * height * 0.008;
            quad[2 * corner] = x * Math.cos(angle) - y * Math.sin(angle);
            quad[2 * corner + 1] = x * Math.sin(angle) + y * Math.cos(angle);
        }
        return quad;
    }

    /** An empty picture around the quad, which is moved into it. */
    private static BufferedImage frame(double[] quad, double width, double height, RandomGenerator random) {
        double marginX = width * Chance.between(0.18, 0.32, random);
        double marginY = Math.max(height, width * 0.3) * Chance.between(0.18, 0.34, random);
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (int i = 0; i < 8; i += 2) {
            left = Math.min(left, quad[i]);
            right = Math.max(right, quad[i]);
            top = Math.min(top, quad[i + 1]);
            bottom = Math.max(bottom, quad[i + 1]);
        }
        double shiftX = marginX * Chance.between(0.75, 1.25, random) - left;
        double shiftY = marginY * Chance.between(0.75, 1.25, random) - top;
        for (int i = 0; i < 8; i += 2) {
            quad[i] += shiftX;
            quad[i + 1] += shiftY;
        }
        return new BufferedImage(
                (int) Math.ceil(right - left + 2 * marginX),
                (int) Math.ceil(bottom - top + 2 * marginY),
                BufferedImage.TYPE_3BYTE_BGR);
    }

    private static final int[] CAR_COLORS = {
        0x18181A, 0x202226, 0x8E9296, 0xB8BCC0, 0xD8DADC, 0xEDEDEB, 0x5A5E64, 0x1C2C54, 0x30507C, 0x8A1A20, 0x5A1218,
        0x1E3A2C, 0xA89878, 0x3A3A3C, 0xD8B020, 0x6E7276
    };

    private static void surroundings(BufferedImage picture, double[] quad, RandomGenerator random) {
        int paint = Chance.of(0.85, random) ? CAR_COLORS[random.nextInt(CAR_COLORS.length)] : Scheme.anyColor(random);
        Noise.fill(picture, paint, Chance.between(4, 40, random), random.nextInt(1, 6), random.nextInt(2, 7), random);
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        if (Chance.of(0.5, random)) {
            lines(graphics, picture, paint, random);
        }
        if (Chance.of(0.4, random)) {
            fill(
                    graphics,
                    grown(quad, 1.06 + 0.3 * random.nextDouble(), 1.1 + 0.6 * random.nextDouble()),
                    Scheme.mix(paint, Chance.of(0.7, random) ? 0 : 0xFFFFFF, Chance.between(0.15, 0.85, random)));
        }
        if (Chance.of(0.45, random)) {
            int holder = Chance.of(0.75, random) ? 0x16161A : Scheme.mix(0xC0C0C4, Scheme.anyColor(random), 0.2);
            double thick = Chance.between(0.03, 0.1, random);
            fill(graphics, grown(quad, 1 + thick * 0.5, 1 + thick * Chance.between(1, 3.5, random)), holder);
            if (Chance.of(0.35, random)) {
                dealer(graphics, quad, holder, random);
            }
        } else if (Chance.of(0.5, random)) {
            fill(graphics, grown(quad, 1.015, 1.07), Scheme.mix(paint, 0, 0.5));
        }
        graphics.dispose();
    }

    /** A dealer's name on the plate's holder, above or below the plate. */
    private static void dealer(Graphics2D graphics, double[] quad, int holder, RandomGenerator random) {
        boolean below = Chance.of(0.75, random);
        int left = below ? 6 : 0;
        int right = below ? 4 : 2;
        double height = Math.hypot(quad[6] - quad[0], quad[7] - quad[1]) * Chance.between(0.1, 0.22, random);
        double drop = height * (below ? 1 : -0.25);
        AffineTransform saved = graphics.getTransform();
        graphics.translate(quad[left], quad[left + 1] + drop);
        graphics.rotate(Math.atan2(quad[right + 1] - quad[left + 1], quad[right] - quad[left]));
        graphics.setFont(new Font(
                Chance.of(0.7, random) ? Font.SANS_SERIF : Font.SERIF, random.nextInt(4), (int) Math.max(4, height)));
        int light = Chance.of(0.8, random) ? 0xE0E0E0 : Scheme.anyColor(random);
        graphics.setColor(new Color(Scheme.luminance(holder) > 110 ? 0x202020 : light));
        double width = Math.hypot(quad[right] - quad[left], quad[right + 1] - quad[left + 1]);
        graphics.drawString(
                Painting.words(random.nextInt(1, 4), random), (float) (width * Chance.between(0.02, 0.4, random)), 0);
        graphics.setTransform(saved);
    }

    /** Edges of the bumper, the grille's bars, gaps between panels. */
    private static void lines(Graphics2D graphics, BufferedImage picture, int paint, RandomGenerator random) {
        int bars = random.nextInt(1, 6);
        for (int i = 0; i < bars; i++) {
            double y = random.nextDouble() * picture.getHeight();
            double slope = random.nextGaussian() * 0.05 * picture.getWidth();
            double thick = Chance.between(0.01, 0.12, random) * picture.getHeight();
            Path2D bar = new Path2D.Double();
            bar.moveTo(0, y);
            bar.lineTo(picture.getWidth(), y + slope);
            bar.lineTo(picture.getWidth(), y + slope + thick);
            bar.lineTo(0, y + thick);
            bar.closePath();
            int other =
                    Chance.of(0.75, random) ? (Chance.of(0.6, random) ? 0x0C0C0E : 0xE0E0E0) : Scheme.anyColor(random);
            graphics.setColor(new Color(Scheme.mix(paint, other, Chance.between(0.2, 0.9, random))));
            graphics.fill(bar);
        }
    }

    private static Path2D grown(double[] quad, double factorX, double factorY) {
        double middleX = (quad[0] + quad[2] + quad[4] + quad[6]) / 4;
        double middleY = (quad[1] + quad[3] + quad[5] + quad[7]) / 4;
        double acrossX = (quad[2] + quad[4] - quad[0] - quad[6]) / 4 * factorX;
        double acrossY = (quad[3] + quad[5] - quad[1] - quad[7]) / 4 * factorX;
        double downX = (quad[4] + quad[6] - quad[0] - quad[2]) / 4 * factorY;
        double downY = (quad[5] + quad[7] - quad[1] - quad[3]) / 4 * factorY;
        Path2D path = new Path2D.Double();
        path.moveTo(middleX - acrossX - downX, middleY - acrossY - downY);
        path.lineTo(middleX + acrossX - downX, middleY + acrossY - downY);
        path.lineTo(middleX + acrossX + downX, middleY + acrossY + downY);
        path.lineTo(middleX - acrossX + downX, middleY - acrossY + downY);
        path.closePath();
        return path;
    }

    private static void fill(Graphics2D graphics, Path2D path, int rgb) {
        graphics.setColor(new Color(rgb));
        graphics.fill(path);
    }
}
