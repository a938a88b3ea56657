package dev.gantry.image;

import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.util.Arrays;

/**
 * From any of Java's pictures to interleaved BGR bytes on white. Grey and RGB samples are taken as they are stored: Java's
 * own conversion treats grey with alpha as linear light and makes it paler, and colour profiles do not matter to plates.
 */
final class Pixels {

    private static final int CHANNELS = 3;
    private static final int WHITE = 255;

    private Pixels() {}

    /** The picture's own bytes where they are BGR already, a converted copy otherwise. */
    static byte[] bgr(BufferedImage picture) {
        int pixels = picture.getWidth() * picture.getHeight();
        if (picture.getRaster().getDataBuffer() instanceof DataBufferByte buffer && buffer.getNumBanks() == 1) {
            byte[] data = buffer.getData();
            if (picture.getType() == BufferedImage.TYPE_3BYTE_BGR && data.length == pixels * CHANNELS) {
                return data;
            }
            if (picture.getType() == BufferedImage.TYPE_BYTE_GRAY && data.length == pixels) {
                return tripled(data);
            }
        }
        boolean custom =
                picture.getType() == BufferedImage.TYPE_CUSTOM || picture.getType() == BufferedImage.TYPE_USHORT_GRAY;
        return custom && isPlain(picture.getColorModel()) ? sampled(picture) : drawn(picture);
    }

    private static byte[] tripled(byte[] gray) {
        var bgr = new byte[gray.length * CHANNELS];
        for (int i = 0, out = 0; i < gray.length; i++, out += CHANNELS) {
            bgr[out] = gray[i];
            bgr[out + 1] = gray[i];
            bgr[out + 2] = gray[i];
        }
        return bgr;
    }

    /** Whether the samples are unsigned grey or RGB values, with or without alpha. */
    private static boolean isPlain(ColorModel model) {
        int space = model.getColorSpace().getType();
        boolean unsigned =
                model.getTransferType() == DataBuffer.TYPE_BYTE || model.getTransferType() == DataBuffer.TYPE_USHORT;
        return model instanceof ComponentColorModel
                && unsigned
                && (space == ColorSpace.TYPE_GRAY || space == ColorSpace.TYPE_RGB);
    }

    private static byte[] sampled(BufferedImage picture) {
        int width = picture.getWidth();
        var bgr = new byte[width * picture.getHeight() * CHANNELS];
        ColorModel model = picture.getColorModel();
        int bands = model.getNumComponents();
        int colors = model.getNumColorComponents();
        var largest = new int[bands];
        Arrays.setAll(largest, band -> (1 << model.getComponentSize(band)) - 1);
        int[] row = null;
        int out = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            row = picture.getRaster().getPixels(0, y, width, 1, row);
            for (int i = 0; i < row.length; i += bands) {
                int alpha = model.hasAlpha() ? row[i + colors] * WHITE / largest[colors] : WHITE;
                for (int channel = CHANNELS - 1; channel >= 0; channel--) {
                    int band = Math.min(channel, colors - 1);
                    int value = row[i + band] * WHITE / largest[band];
                    int weighted = model.isAlphaPremultiplied() ? value : value * alpha / WHITE;
                    bgr[out++] = (byte) Math.min(WHITE, weighted + WHITE - alpha);
                }
            }
        }
        return bgr;
    }

    private static byte[] drawn(BufferedImage picture) {
        var plain = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        var graphics = plain.createGraphics();
        graphics.drawImage(picture, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return ((DataBufferByte) plain.getRaster().getDataBuffer()).getData();
    }
}
