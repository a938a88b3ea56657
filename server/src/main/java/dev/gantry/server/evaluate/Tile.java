package dev.gantry.server.evaluate;

import dev.gantry.image.Strip;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * One mistake on a contact sheet: the plate as a reader sees it, what it says, what was read, and which picture it is in.
 */
record Tile(Strip strip, Mistake mistake, String picture) {

    static final int STRIP_WIDTH = 288;
    static final int STRIP_HEIGHT = 84;

    private static final int COLUMNS = 4;
    private static final int PADDING = 6;
    private static final int LINE = 18;
    private static final int LINES = 3;
    private static final int WIDTH = STRIP_WIDTH + 2 * PADDING;
    private static final int HEIGHT = STRIP_HEIGHT + LINES * LINE + 2 * PADDING;
    private static final Font TEXT = new Font(Font.MONOSPACED, Font.BOLD, 15);
    private static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
    private static final Color TRUTH = new Color(0x1b7f3b);
    private static final Color READ = new Color(0xb3261e);

    static BufferedImage sheet(List<Tile> tiles) {
        int rows = (tiles.size() + COLUMNS - 1) / COLUMNS;
        int columns = Math.min(COLUMNS, tiles.size());
        var sheet = new BufferedImage(columns * WIDTH, rows * HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        for (int i = 0; i < tiles.size(); i++) {
            tiles.get(i).draw(graphics, i % COLUMNS * WIDTH + PADDING, i / COLUMNS * HEIGHT + PADDING);
        }
        graphics.dispose();
        return sheet;
    }

    private void draw(Graphics2D graphics, int x, int y) {
        graphics.drawImage(grayImage(), x, y, null);
        int baseline = y + STRIP_HEIGHT + LINE - PADDING / 2;
        line(graphics, mistake.truth(), TEXT, TRUTH, x, baseline);
        line(graphics, mistake.read(), TEXT, READ, x, baseline + LINE);
        line(graphics, picture, SMALL, Color.GRAY, x, baseline + 2 * LINE);
    }

    private static void line(Graphics2D graphics, String text, Font font, Color color, int x, int baseline) {
        // A missing glyph, such as a province sign, is shown by the fallback of the logical font.
        graphics.setFont(font);
        graphics.setColor(color);
        graphics.drawString(text, x, baseline);
    }

    private BufferedImage grayImage() {
        var image = new BufferedImage(strip.width(), strip.height(), BufferedImage.TYPE_BYTE_GRAY);
        var raster = image.getRaster();
        for (int y = 0; y < strip.height(); y++) {
            for (int x = 0; x < strip.width(); x++) {
                raster.setSample(x, y, 0, Math.round(strip.gray()[y * strip.width() + x]));
            }
        }
        return image;
    }
}
