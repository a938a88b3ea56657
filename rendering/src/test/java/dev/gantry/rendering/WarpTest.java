package dev.gantry.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class WarpTest {
    private static BufferedImage blank(int width, int height, int rgb) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(rgb));
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return image;
    }

    private static BufferedImage stripes(int width, int height) {
        BufferedImage image = blank(width, height, 0);
        for (int x = 0; x < width; x += 2) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, 0xFFFFFF);
            }
        }
        return image;
    }

    @Test
    void pastingOneToOneCopies() {
        BufferedImage target = blank(20, 10, 0x204060);
        Warp.paste(stripes(8, 4), new double[] {3, 2, 11, 2, 11, 6, 3, 6}, target, 0.5f);
        assertThat(target.getRGB(4, 3) & 0xFF).isLessThan(5);
        assertThat(target.getRGB(5, 3) & 0xFF).isGreaterThan(250);
        assertThat(target.getRGB(1, 1)).isEqualTo(0xFF204060);
        assertThat(target.getRGB(12, 4)).isEqualTo(0xFF204060);
    }

    @Test
    void shrinkingAverages() {
        BufferedImage target = blank(30, 30, 0);
        Warp.paste(stripes(200, 200), new double[] {5, 5, 25, 5, 25, 25, 5, 25}, target, 0.5f);
        for (int x = 8; x < 22; x++) {
            assertThat(target.getRGB(x, 15) & 0xFF).isBetween(118, 138);
        }
    }

    @Test
    void theSourcesTopLeftComesToTheFirstCorner() {
        BufferedImage source = blank(10, 10, 0x808080);
        for (int i = 0; i < 25; i++) {
            source.setRGB(i % 5, i / 5, 0xFF0000);
        }
        BufferedImage target = blank(40, 40, 0);
        Warp.paste(source, new double[] {35, 5, 35, 35, 5, 35, 5, 5}, target, 1);
        assertThat(new Color(target.getRGB(30, 10)).getGreen()).isLessThan(20);
        assertThat(new Color(target.getRGB(10, 30)).getGreen()).isGreaterThan(120);
    }

    @Test
    void roundedCornersLeaveTheTarget() {
        BufferedImage target = blank(40, 40, 0);
        Warp.paste(blank(20, 20, 0xFFFFFF), new double[] {10, 10, 30, 10, 30, 30, 10, 30}, target, 0.5f, 6);
        assertThat(target.getRGB(10, 10) & 0xFF).isZero();
        assertThat(target.getRGB(20, 10) & 0xFF).isGreaterThan(250);
    }
}
