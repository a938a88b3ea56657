package dev.gantry.image;

import dev.gantry.plate.Plate;
import dev.gantry.plate.Point;
import dev.gantry.plate.Quad;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Draws plates on a copy of their picture: the outline, and above it text and confidence. Where the machine has no fonts, as
 * in a bare container, the outlines come without text. Safe for use by many threads.
 */
public final class Annotator {

    private static final Color LINE = new Color(0x12, 0xb8, 0x86);
    private static final Color INK = Color.WHITE;

    /** Lines and letters grow with the picture, so that they are legible when it is shown on a screen. */
    private static final double LINE_SHARE = 0.003;

    private static final double LETTER_SHARE = 0.022;
    private static final double SMALLEST_LETTER = 11;
    private static final double PADDING = 0.3;

    private final @Nullable Font font;

    public Annotator() {
        this(usableFont());
    }

    /** @param font for the text, null for none */
    Annotator(@Nullable Font font) {
        this.font = font;
    }

    /** Whether this machine can draw text. */
    public boolean drawsText() {
        return font != null;
    }

    private static @Nullable Font usableFont() {
        try {
            var font = new Font(Font.SANS_SERIF, Font.BOLD, 12);
            var probe = new BufferedImage(1, 1, BufferedImage.TYPE_3BYTE_BGR).createGraphics();
            try {
                probe.getFontMetrics(font).stringWidth("0");
            } finally {
                probe.dispose();
            }
            return font;
        } catch (RuntimeException | LinkageError | InternalError e) {
            return null; // what Java throws where fontconfig, libfreetype or all font files are missing
        }
    }

    /** A copy of the picture with the plates drawn on it. */
    public BufferedImage draw(Image image, List<Plate> plates) {
        BufferedImage picture = image.toBufferedImage();
        double side = Math.max(image.width(), image.height());
        Graphics2D graphics = picture.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setStroke(new BasicStroke((float) Math.max(1, side * LINE_SHARE)));
            for (Plate plate : plates) {
                graphics.setColor(LINE);
                graphics.draw(outline(plate.quad()));
                if (font != null) {
                    label(
                            graphics,
                            font.deriveFont((float) Math.max(SMALLEST_LETTER, side * LETTER_SHARE)),
                            plate,
                            image);
                }
            }
        } finally {
            graphics.dispose();
        }
        return picture;
    }

    private static Shape outline(Quad quad) {
        var path = new Path2D.Double();
        path.moveTo(quad.topLeft().x(), quad.topLeft().y());
        for (Point corner : quad.corners().subList(1, 4)) {
            path.lineTo(corner.x(), corner.y());
        }
        path.closePath();
        return path;
    }

    /** On a bar above the plate; below it, or over it, where the picture ends. */
    private static void label(Graphics2D graphics, Font font, Plate plate, Image image) {
        String text = String.format(Locale.ROOT, "%s  %.0f %%", plate.text(), plate.confidence() * 100);
        graphics.setFont(font);
        var metrics = graphics.getFontMetrics();
        double padding = font.getSize2D() * PADDING;
        double width = metrics.stringWidth(text) + 2 * padding;
        double height = metrics.getAscent() + metrics.getDescent() + padding;
        var bounds = plate.quad().bounds();
        double x = Math.clamp(bounds.x(), 0, Math.max(0, image.width() - width));
        double above = bounds.y() - height - padding;
        double below = Math.min(bounds.bottom() + padding, image.height() - height);
        double y = above >= 0 ? above : Math.max(0, below);
        graphics.setColor(LINE);
        graphics.fill(new Rectangle2D.Double(x, y, width, height));
        graphics.setColor(INK);
        graphics.drawString(text, (float) (x + padding), (float) (y + padding / 2 + metrics.getAscent()));
    }
}
