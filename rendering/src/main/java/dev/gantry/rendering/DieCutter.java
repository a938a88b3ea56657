package dev.gantry.rendering;

import java.awt.BasicStroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Strokes the skeletons with a die's pen: the project's own glyph outlines, which need no installed font. */
final class DieCutter {
    private static final String CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    /** A quarter circle by a cubic curve: the control points' distance from the ends, as a share of the radius. */
    private static final double QUARTER = 0.5523;

    private static final double SCALE = 100;

    private final Skeletons skeletons = new Skeletons();

    Typeface cut(Die die) {
        Map<Character, Glyph> glyphs = new HashMap<>();
        for (int i = 0; i < CHARACTERS.length(); i++) {
            char character = CHARACTERS.charAt(i);
            glyphs.put(character, glyph(character, die));
        }
        return new Typeface(die.name(), glyphs);
    }

    private Glyph glyph(char character, Die die) {
        String strokes = skeletons.strokes(character, die.variants());
        double inner = Math.max(0.05, width(character, die) - die.weight());
        double tall = 1 - die.weight();
        Path2D lines = new Path2D.Double();
        for (String stroke : strokes.split(";", -1)) {
            append(lines, stroke.strip().split("\\s+", -1), inner, tall, die);
        }
        if (die.serifs()) {
            addSerifs(lines, character, inner, tall, die.weight());
        }
        lines.transform(AffineTransform.getScaleInstance(SCALE, SCALE));
        Path2D outline = new Path2D.Double(pen(die).createStrokedShape(lines));
        if (!die.dotted()) {
            outline = new Path2D.Double(new Area(outline));
        }
        Rectangle2D bounds = outline.getBounds2D();
        outline.transform(AffineTransform.getScaleInstance(1 / SCALE, 1 / SCALE));
        double left = bounds.getX() / SCALE;
        outline.transform(AffineTransform.getTranslateInstance(-left, die.weight() / 2));
        return new Glyph(outline, bounds.getWidth() / SCALE);
    }

    private static BasicStroke pen(Die die) {
        float weight = (float) (die.weight() * SCALE);
        int cap = die.roundEnds() ? BasicStroke.CAP_ROUND : BasicStroke.CAP_SQUARE;
        int join = die.roundEnds() ? BasicStroke.JOIN_ROUND : BasicStroke.JOIN_MITER;
        if (die.dotted()) {
            return new BasicStroke(weight, cap, join, 2f, new float[] {0.01f, weight * 0.98f}, 0);
        }
        return new BasicStroke(weight, cap, join, 2.4f);
    }

    private static double width(char character, Die die) {
        double letter = die.width();
        return switch (character) {
            case 'M' -> letter + die.weight() * 0.75;
            case 'W' -> letter + die.weight() * 1.5;
            case 'A', 'V', 'X', 'Y', 'K' -> letter * 1.06;
            case 'E', 'F', 'L', 'J' -> letter * 0.9;
            case 'I' -> die.variants().contains("Iserif") ? letter * 0.62 : die.weight();
            case '1' ->
                die.variants().contains("1serif") || die.variants().contains("1flag")
                        ? die.digitWidth() * 0.72
                        : die.variants().contains("1bar") ? die.weight() : die.digitWidth() * 0.62;
            default -> Character.isDigit(character) ? die.digitWidth() : letter;
        };
    }

    private static void addSerifs(Path2D lines, char character, double inner, double tall, double weight) {
        double half = Math.min(weight * 1.05, inner * 0.36);
        String feet = "AFHIKMNPRTXY".indexOf(character) >= 0 ? "foot" : "";
        if (!feet.isEmpty()) {
            boolean middle = "ITY".indexOf(character) >= 0;
            double x = character == 'I' ? 0 : inner / 2;
            for (double foot : middle ? new double[] {x} : new double[] {0, inner}) {
                if (foot == inner && "FP".indexOf(character) >= 0) {
                    continue;
                }
                lines.moveTo(foot - half, tall);
                lines.lineTo(foot + half, tall);
            }
        }
    }

    private record Corner(double x, double y, boolean soft) {}

    private static void append(Path2D path, String[] words, double width, double height, Die die) {
        List<Corner> corners = new ArrayList<>();
        boolean closed = false;
        for (String word : words) {
            if (word.equals("z")) {
                closed = true;
                continue;
            }
            boolean soft = word.endsWith("*");
            String[] xy = (soft ? word.substring(0, word.length() - 1) : word).split(",", -1);
            corners.add(new Corner(Double.parseDouble(xy[0]) * width, Double.parseDouble(xy[1]) * height, soft));
        }
        int count = corners.size();
        for (int i = 0; i < count; i++) {
            Corner corner = corners.get(i);
            boolean end = !closed && (i == 0 || i == count - 1);
            if (end || !corner.soft()) {
                go(path, i == 0, corner.x(), corner.y());
                continue;
            }
            Corner before = corners.get((i + count - 1) % count);
            Corner after = corners.get((i + 1) % count);
            turn(path, i == 0, before, corner, after, die);
        }
        if (closed) {
            path.closePath();
        }
    }

    private static void turn(Path2D path, boolean first, Corner before, Corner corner, Corner after, Die die) {
        double[] in = reach(corner, before, die.radius());
        double[] out = reach(corner, after, die.radius());
        go(path, first, in[0], in[1]);
        if (die.chamfered()) {
            path.lineTo(out[0], out[1]);
            return;
        }
        path.curveTo(
                in[0] + (corner.x() - in[0]) * QUARTER,
                in[1] + (corner.y() - in[1]) * QUARTER,
                out[0] + (corner.x() - out[0]) * QUARTER,
                out[1] + (corner.y() - out[1]) * QUARTER,
                out[0],
                out[1]);
    }

    /** The point where the turn at the corner begins, towards a neighbour; two soft corners share their side. */
    private static double[] reach(Corner corner, Corner neighbour, double radius) {
        double dx = neighbour.x() - corner.x();
        double dy = neighbour.y() - corner.y();
        double length = Math.hypot(dx, dy);
        double share = length == 0 ? 0 : Math.min(radius, length * (neighbour.soft() ? 0.5 : 0.8)) / length;
        return new double[] {corner.x() + dx * share, corner.y() + dy * share};
    }

    private static void go(Path2D path, boolean first, double x, double y) {
        if (first) {
            path.moveTo(x, y);
        } else {
            path.lineTo(x, y);
        }
    }
}
