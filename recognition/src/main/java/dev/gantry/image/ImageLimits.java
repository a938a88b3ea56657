package dev.gantry.image;

/**
 * What a picture file may cost, checked before any pixel is allocated.
 *
 * @param maxBytes most bytes of a file
 * @param maxPixels most pixels, width times height, that a file may declare
 */
public record ImageLimits(long maxBytes, long maxPixels) {

    /** 16 MiB and 50 million pixels. */
    public static final ImageLimits DEFAULT = new ImageLimits(16 << 20, 50_000_000);

    /** An {@link Image} is one array of three bytes each. */
    private static final long MOST_PIXELS = Integer.MAX_VALUE / 3;

    public ImageLimits {
        if (maxBytes <= 0 || maxPixels <= 0 || maxPixels > MOST_PIXELS) {
            throw new IllegalArgumentException(
                    "image limits must be positive, with at most " + MOST_PIXELS + " pixels");
        }
    }
}
