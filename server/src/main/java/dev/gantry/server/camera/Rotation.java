package dev.gantry.server.camera;

import dev.gantry.image.Image;
import java.util.Locale;

/** How a camera's pictures must be turned, clockwise, to stand upright: some hang on their side. */
public enum Rotation {
    NONE(0, ""),
    RIGHT(90, "transpose=clock,"),
    HALF(180, "hflip,vflip,"),
    LEFT(270, "transpose=cclock,");

    private static final int CHANNELS = 3;

    private final int degrees;
    private final String filter;

    Rotation(int degrees, String filter) {
        this.degrees = degrees;
        this.filter = filter;
    }

    public int degrees() {
        return degrees;
    }

    /** What ffmpeg is told, ready to be followed by other filters. */
    String filter() {
        return filter;
    }

    /**
     * The rotation by so many degrees.
     *
     * @throws IllegalArgumentException when it is not a multiple of a quarter turn, from 0 to 270
     */
    public static Rotation of(int degrees) {
        for (Rotation rotation : values()) {
            if (rotation.degrees == degrees) {
                return rotation;
            }
        }
        throw new IllegalArgumentException(String.format(Locale.ROOT, "%d degrees are no quarter turn", degrees));
    }

    /** The picture, turned. */
    public Image apply(Image image) {
        int w = image.width();
        int h = image.height();
        // The stored pixel for the turned one at (x, y) is first + x * across + y * down.
        return switch (this) {
            case NONE -> image;
            case RIGHT -> turned(image, h, w, (h - 1) * w, -w, 1);
            case HALF -> turned(image, w, h, w * h - 1, -1, -w);
            case LEFT -> turned(image, h, w, w - 1, w, -1);
        };
    }

    private static Image turned(Image image, int width, int height, int first, int across, int down) {
        byte[] source = image.bgr();
        var target = new byte[source.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                System.arraycopy(
                        source,
                        (first + x * across + y * down) * CHANNELS,
                        target,
                        (y * width + x) * CHANNELS,
                        CHANNELS);
            }
        }
        return new Image(width, height, target);
    }
}
