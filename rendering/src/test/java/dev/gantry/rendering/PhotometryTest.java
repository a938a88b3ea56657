package dev.gantry.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PhotometryTest {
    private static BufferedImage picture() {
        BufferedImage picture = new BufferedImage(67, 41, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < 41; y++) {
            for (int x = 0; x < 67; x++) {
                picture.setRGB(x, y, (60 + x * 2) << 16 | (100 + y) << 8 | (x / 8 + y / 8) % 2 * 120 + 40);
            }
        }
        return picture;
    }

    private static double mean(BufferedImage picture) {
        double sum = 0;
        for (byte value : Photometry.pixels(picture)) {
            sum += value & 0xFF;
        }
        return sum / Photometry.pixels(picture).length;
    }

    private static double distance(BufferedImage first, BufferedImage second) {
        double sum = 0;
        byte[] other = Photometry.pixels(second);
        for (int i = 0; i < other.length; i++) {
            double difference = (Photometry.pixels(first)[i] & 0xFF) - (other[i] & 0xFF);
            sum += difference * difference;
        }
        return Math.sqrt(sum / other.length);
    }

    @Test
    void neutralToneKeepsThePicture() {
        BufferedImage picture = picture();
        Photometry.tone(picture, 1, 0, 1, 1, 1, 1);
        assertThat(distance(picture, picture())).isZero();
    }

    @Test
    void blurKeepsTheMeanAndLowersTheContrast() {
        BufferedImage picture = picture();
        Photometry.blur(picture, 3);
        assertThat(mean(picture)).isCloseTo(mean(picture()), within(1.5));
        assertThat(distance(picture, picture())).isGreaterThan(10);
        BufferedImage moved = picture();
        Photometry.motionBlur(moved, 5, 0.3);
        assertThat(mean(moved)).isCloseTo(mean(picture()), within(2.0));
    }

    @Test
    void noiseHasItsDeviation() {
        BufferedImage picture = picture();
        Photometry.noise(picture, 9, true, new SplittableRandom(1));
        assertThat(distance(picture, picture())).isCloseTo(9, within(1.2));
    }

    @Test
    void grayHasThreeEqualChannels() {
        BufferedImage picture = picture();
        Photometry.gray(picture);
        int pixel = picture.getRGB(20, 20);
        assertThat(pixel & 0xFF).isEqualTo(pixel >> 8 & 0xFF).isEqualTo(pixel >> 16 & 0xFF);
    }

    @Test
    void worseJpegQualityLosesMore() {
        BufferedImage fine = picture();
        BufferedImage coarse = picture();
        Photometry.gray(fine);
        Photometry.gray(coarse);
        BufferedImage original = picture();
        Photometry.gray(original);
        Photometry.jpeg(fine, 95);
        Photometry.jpeg(coarse, 12);
        assertThat(distance(fine, original)).isLessThan(3);
        assertThat(distance(coarse, original)).isGreaterThan(2 * distance(fine, original));
    }

    @Test
    void aShadowDarkensOneSide() {
        BufferedImage picture = picture();
        Photometry.shadow(picture, 33, 20, 0, 0.5, 1);
        assertThat(picture.getRGB(10, 5)).isEqualTo(picture().getRGB(10, 5));
        assertThat(picture.getRGB(10, 35) & 0xFF).isLessThan((picture().getRGB(10, 35) & 0xFF) * 6 / 10);
    }

    @Test
    void anotherImageTypeIsRefused() {
        BufferedImage other = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
        assertThatThrownBy(() -> Photometry.gray(other)).hasMessageContaining("TYPE_3BYTE_BGR");
    }
}
