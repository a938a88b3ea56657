package dev.gantry.image;

/** How a stored picture must be turned to stand upright: the eight values of Exif's tag 0x0112, in its order. */
enum Orientation {
    UPRIGHT,
    MIRRORED,
    TURNED_180,
    FLIPPED,
    TRANSPOSED,
    TURNED_90,
    TRANSVERSED,
    TURNED_270;

    /** Pixels are moved in blocks of this side, so that reading down a column stays in the cache. */
    private static final int BLOCK = 32;

    /** Values outside 1 to 8 count as upright. */
    static Orientation ofExif(int value) {
        return value >= 1 && value <= 8 ? values()[value - 1] : UPRIGHT;
    }

    private boolean swapsSides() {
        return ordinal() >= TRANSPOSED.ordinal();
    }

    Image apply(Image stored) {
        if (this == UPRIGHT) {
            return stored;
        }
        int w = stored.width();
        int h = stored.height();
        // The stored pixel for the upright one at (x, y) is first + x * across + y * down.
        return switch (this) {
            case UPRIGHT -> stored;
            case MIRRORED -> moved(stored, w - 1, -1, w);
            case TURNED_180 -> moved(stored, w * h - 1, -1, -w);
            case FLIPPED -> moved(stored, (h - 1) * w, 1, -w);
            case TRANSPOSED -> moved(stored, 0, w, 1);
            case TURNED_90 -> moved(stored, (h - 1) * w, -w, 1);
            case TRANSVERSED -> moved(stored, w * h - 1, -w, -1);
            case TURNED_270 -> moved(stored, w - 1, w, -1);
        };
    }

    private Image moved(Image stored, int first, int across, int down) {
        int width = swapsSides() ? stored.height() : stored.width();
        int height = swapsSides() ? stored.width() : stored.height();
        byte[] source = stored.bgr();
        var target = new byte[source.length];
        for (int top = 0; top < height; top += BLOCK) {
            for (int left = 0; left < width; left += BLOCK) {
                for (int y = top; y < Math.min(height, top + BLOCK); y++) {
                    for (int x = left; x < Math.min(width, left + BLOCK); x++) {
                        int from = (first + x * across + y * down) * 3;
                        int to = (y * width + x) * 3;
                        target[to] = source[from];
                        target[to + 1] = source[from + 1];
                        target[to + 2] = source[from + 2];
                    }
                }
            }
        }
        return new Image(width, height, target);
    }
}
