package dev.gantry.server.cli;

import dev.gantry.image.Image;
import dev.gantry.plate.Plate;
import dev.gantry.plate.Point;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/** Draws plates into a picture: their outline, and their text with its confidence on a band above. */
final class Annotator {

    private static final Color OUTLINE = new Color(0x00c853);
    private static final Color INK = Color.BLACK;

    /** Lines and letters grow with the picture, so that they can be seen when it is shown whole. */
    private static final double STROKE_SHARE = 0.003;

    private static final double LETTER_SHARE = 0.022;
    private static final int LEAST_LETTER = 12;
    private static final double HUNDRED = 100;

    private Annotator() {}

    static void write(Image image, List<Plate> plates, Path target) throws IOException {
        BufferedImage picture = image.toBufferedImage();
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        int side = Math.max(image.width(), image.height());
        graphics.setStroke(new BasicStroke((float) Math.max(2, side * STROKE_SHARE)));
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, (int) Math.max(LEAST_LETTER, side * LETTER_SHARE)));
        plates.forEach(plate -> draw(graphics, picture, plate));
        graphics.dispose();

        Path folder = target.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        if (!ImageIO.write(picture, "jpg", target.toFile())) {
            throw new IOException("no JPEG writer");
        }
    }

    private static void draw(Graphics2D graphics, BufferedImage picture, Plate plate) {
        var outline = new Path2D.Double();
        Point start = plate.quad().topLeft();
        outline.moveTo(start.x(), start.y());
        plate.quad().corners().stream().skip(1).forEach(corner -> outline.lineTo(corner.x(), corner.y()));
        outline.closePath();
        graphics.setColor(OUTLINE);
        graphics.draw(outline);

        String label = String.format(Locale.ROOT, "%s %.0f%%", plate.text(), plate.confidence() * HUNDRED);
        var metrics = graphics.getFontMetrics();
        int width = metrics.stringWidth(label) + metrics.getHeight() / 2;
        int height = metrics.getHeight();
        var bounds = plate.quad().bounds();
        int x = (int) Math.clamp(bounds.x(), 0, Math.max(0, picture.getWidth() - width));
        int above = (int) bounds.y() - height;
        int y = above >= 0 ? above : (int) Math.min(bounds.bottom(), picture.getHeight() - height);
        graphics.fillRect(x, y, width, height);
        graphics.setColor(INK);
        graphics.drawString(label, x + metrics.getHeight() / 4, y + metrics.getAscent());
    }
}
