package dev.gantry.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/**
 * A decoded, upright picture: 8 bits for each of blue, green and red, interleaved, rows from top to bottom without gaps.
 * That is what the JPEG decoder makes, so that a photo is not copied once more.
 *
 * <p>The pixels are shared, not copied: whoever makes an image gives them away, and nobody changes them afterwards.
 */
public final class Image {

    private static final int CHANNELS = 3;

    private final int width;
    private final int height;
    private final byte[] bgr;

    public Image(int width, int height, byte[] bgr) {
        if (width <= 0 || height <= 0 || bgr.length != (long) width * height * CHANNELS) {
            throw new IllegalArgumentException(bgr.length + " bytes are no picture of " + width + "x" + height);
        }
        this.width = width;
        this.height = height;
        this.bgr = bgr;
    }

    /** The picture's pixels, on white where it is transparent; shares them when it already is interleaved BGR. */
    public static Image of(BufferedImage picture) {
        return new Image(picture.getWidth(), picture.getHeight(), Pixels.bgr(picture));
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The pixels themselves, three bytes each: blue, green, red. Not to be changed. */
    public byte[] bgr() {
        return bgr;
    }

    /** Where a pixel begins in the bytes. */
    int at(int x, int y) {
        return (y * width + x) * CHANNELS;
    }

    /** A copy of a part of the picture; the window must lie inside it. */
    public Image crop(Letterbox.Window window) {
        var part = new byte[window.width() * window.height() * CHANNELS];
        for (int y = 0; y < window.height(); y++) {
            System.arraycopy(
                    bgr,
                    at(window.x(), window.y() + y),
                    part,
                    y * window.width() * CHANNELS,
                    window.width() * CHANNELS);
        }
        return new Image(window.width(), window.height(), part);
    }

    /** A copy for drawing on. */
    public BufferedImage toBufferedImage() {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        var target = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        System.arraycopy(bgr, 0, target, 0, bgr.length);
        return picture;
    }
}
