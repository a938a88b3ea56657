package dev.gantry.benchmarks.accuracy;

import dev.gantry.image.Strip;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/** A contact sheet of drawn plates that were misread: how each looks, what it says, what was read, and how it was seen. */
final class MisreadSheet {

    private static final int COLUMNS = 4;
    private static final int PADDING = 6;
    private static final int LINE = 18;
    private static final int TILE_WIDTH = DrawnMisread.WIDTH + 2 * PADDING;
    private static final int TILE_HEIGHT = DrawnMisread.HEIGHT + 3 * LINE + 2 * PADDING;
    private static final Font TEXT = new Font(Font.MONOSPACED, Font.BOLD, 15);
    private static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
    private static final Color TRUTH = new Color(0x1b7f3b);
    private static final Color READ = new Color(0xb3261e);

    private MisreadSheet() {}

    /** @param misreads one or more */
    static BufferedImage of(List<DrawnMisread> misreads) {
        int rows = (misreads.size() + COLUMNS - 1) / COLUMNS;
        int columns = Math.min(COLUMNS, misreads.size());
        var sheet = new BufferedImage(columns * TILE_WIDTH, rows * TILE_HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        for (int i = 0; i < misreads.size(); i++) {
            draw(misreads.get(i), graphics, i % COLUMNS * TILE_WIDTH + PADDING, i / COLUMNS * TILE_HEIGHT + PADDING);
        }
        graphics.dispose();
        return sheet;
    }

    private static void draw(DrawnMisread misread, Graphics2D graphics, int x, int y) {
        graphics.drawImage(gray(misread.strip()), x, y, null);
        int baseline = y + DrawnMisread.HEIGHT + LINE - PADDING / 2;
        line(graphics, misread.truth(), TEXT, TRUTH, x, baseline);
        line(graphics, misread.read().isEmpty() ? "not found" : misread.read(), TEXT, READ, x, baseline + LINE);
        line(graphics, misread.view(), SMALL, Color.GRAY, x, baseline + 2 * LINE);
    }

    private static void line(Graphics2D graphics, String text, Font font, Color color, int x, int baseline) {
        graphics.setFont(font);
        graphics.setColor(color);
        graphics.drawString(text, x, baseline);
    }

    private static BufferedImage gray(Strip strip) {
        var image = new BufferedImage(strip.width(), strip.height(), BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < strip.height(); y++) {
            for (int x = 0; x < strip.width(); x++) {
                image.getRaster().setSample(x, y, 0, Math.round(strip.gray()[y * strip.width() + x]));
            }
        }
        return image;
    }
}
