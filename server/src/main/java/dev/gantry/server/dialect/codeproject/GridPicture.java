package dev.gantry.server.dialect.codeproject;

import dev.gantry.image.Annotator;
import dev.gantry.image.Image;
import dev.gantry.image.Letterbox.Window;
import dev.gantry.plate.Recognition;
import dev.gantry.server.dialect.Pictures;
import dev.gantry.server.recognition.Drawing;
import dev.gantry.server.recognition.Grid;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/**
 * The picture at half its size with the wanted cells and their numbers on it, so that people see what to ask for. Where the
 * machine has no fonts the numbers are left out.
 *
 * @param grid the cells; empty for the bare picture
 */
record GridPicture(Optional<Grid> grid) implements Drawing {

    private static final double SCALE = 0.5;

    /** Px of the picture. */
    private static final float LINE = 4;

    /** Of the picture's width, as in the original; smaller where cells are. */
    private static final double LETTER_SHARE = 0.1;

    private static final double LETTER_SHARE_OF_CELL = 0.5;

    private static final boolean HAS_FONTS = new Annotator().drawsText();

    @Override
    public List<byte[]> draw(Image picture, Recognition recognition) {
        BufferedImage half =
                Pictures.scaled(picture.toBufferedImage(), SCALE, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        Graphics2D graphics = half.createGraphics();
        try {
            graphics.scale((double) half.getWidth() / picture.width(), (double) half.getHeight() / picture.height());
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setStroke(new BasicStroke(LINE));
            graphics.setColor(Color.RED);
            grid.stream()
                    .flatMap(cut -> cut.cells(picture.width(), picture.height()).stream())
                    .forEach(cell -> draw(graphics, cell, picture.width()));
        } finally {
            graphics.dispose();
        }
        return List.of(Pictures.jpeg(half));
    }

    private static void draw(Graphics2D graphics, Grid.Cell cell, int pictureWidth) {
        Window bounds = cell.bounds();
        graphics.drawRect(bounds.x(), bounds.y(), bounds.width(), bounds.height());
        if (HAS_FONTS) {
            String number = String.valueOf(cell.number());
            double size = Math.min(
                    pictureWidth * LETTER_SHARE, Math.min(bounds.width(), bounds.height()) * LETTER_SHARE_OF_CELL);
            graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 1).deriveFont((float) Math.max(1, size)));
            var metrics = graphics.getFontMetrics();
            graphics.drawString(
                    number,
                    bounds.x() + (bounds.width() - metrics.stringWidth(number)) / 2f,
                    bounds.y() + (bounds.height() - metrics.getHeight()) / 2f + metrics.getAscent());
        }
    }
}
