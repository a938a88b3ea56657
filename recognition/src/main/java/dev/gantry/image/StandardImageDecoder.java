package dev.gantry.image;

import dev.gantry.image.ImageException.Code;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.SampleModel;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageReader;
import org.jspecify.annotations.Nullable;

/**
 * Decodes JPEG (baseline, progressive, grey, CMYK), PNG, BMP, GIF (its first frame), TIFF (its first page) and WebP through
 * ImageIO, and turns the picture upright as its Exif orientation says. Transparent places become white. Ordinary JPEG files are
 * decoded by the machine's libjpeg-turbo, if it has it, in a third of the time and to the same pixels.
 *
 * <p>Limits hold before pixels are allocated. Whatever a file holds, the answer is a picture or an {@link ImageException};
 * nothing is written to disk. Colour profiles are not applied: for the reader only contrast matters.
 */
public final class StandardImageDecoder implements ImageDecoder {

    /** No camera makes more, and none of the formats' old headers can say more. */
    private static final int LONGEST_SIDE = 65_535;

    /** 16 bits for red, green, blue and alpha. */
    private static final int MOST_BYTES_EACH = 8;

    /** A progressive photo has about ten; each costs a pass over all pixels, however few bytes it takes. */
    private static final int MOST_SCANS = 100;

    /** How the platform's JPEG reader (libjpeg) tells that picture data is missing; its other warnings do no harm. */
    private static final String DATA_MISSING = "premature end of data segment";

    private static final String CUT_SHORT = "it is cut short";

    private final ImageLimits limits;
    private final PictureReaders readers = new PictureReaders();
    private final @Nullable TurboJpeg turbo;

    public StandardImageDecoder(ImageLimits limits) {
        this(limits, JpegDecoding.AUTO);
    }

    public StandardImageDecoder(ImageLimits limits, JpegDecoding jpeg) {
        this.limits = limits;
        this.turbo = switch (jpeg) {
            case AUTO -> TurboJpeg.find();
            case JAVA -> null;
        };
    }

    /** What decodes ordinary JPEG files, by name. */
    public String jpegDecoder() {
        return turbo == null ? "Java" : "libjpeg-turbo";
    }

    @Override
    public Image decode(byte[] file) throws ImageException {
        if (file.length == 0) {
            throw new ImageException(Code.EMPTY, "The file is empty.");
        }
        if (file.length > limits.maxBytes()) {
            throw new ImageException(
                    Code.TOO_LARGE,
                    "The file has " + file.length + " bytes; at most " + limits.maxBytes() + " are allowed.");
        }
        ImageFormat format = ImageFormat.of(file);
        if (format == null) {
            throw new ImageException(Code.UNKNOWN_FORMAT, "The file is no JPEG, PNG, GIF, BMP, TIFF or WebP picture.");
        }
        try {
            return decode(file, format);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new ImageException(Code.BROKEN, "The " + format + " file is broken (" + e.getMessage() + ").", e);
        } catch (OutOfMemoryError e) {
            // Only ever for one picture's own large arrays, which are free again by now.
            throw new ImageException(Code.TOO_MANY_PIXELS, "The picture needs more memory than there is.", e);
        }
    }

    private Image decode(byte[] file, ImageFormat format) throws IOException, ImageException {
        return switch (format) {
            case JPEG -> jpeg(file);
            case WEBP -> webp(file);
            case PNG, GIF, BMP, TIFF -> read(file, readers.ofPlatform(format), Exif.orientation(file, format));
        };
    }

    private Image jpeg(byte[] file) throws IOException, ImageException {
        var header = JpegHeader.of(file);
        if (header.components() == 0) {
            throw new IOException("it holds no picture");
        }
        checkSize(header.width(), header.height());
        if (header.scans() > MOST_SCANS) {
            throw new IOException("it goes over the picture " + header.scans() + " times");
        }
        if (!header.complete()) {
            throw new IOException(CUT_SHORT);
        }
        Orientation orientation = Exif.orientation(header.exif());
        byte[] whole = header.tables() || !header.ordinary() ? file : HuffmanTables.addedTo(file);
        Image photo = turbo == null ? null : turbo.decode(whole, header);
        if (photo != null) {
            return orientation.apply(photo);
        }
        boolean platform = header.ordinary() && (header.components() == 1 || header.components() == 3);
        var reader = platform ? readers.ofPlatform(ImageFormat.JPEG) : readers.added(ImageFormat.JPEG);
        return read(whole, reader, orientation);
    }

    private Image webp(byte[] file) throws IOException, ImageException {
        var header = WebpHeader.of(file);
        if (header.pixels() > limits.maxPixels()) {
            throw tooManyPixels("a frame of " + header.pixels() + " pixels");
        }
        if (!header.complete()) {
            throw new IOException(CUT_SHORT);
        }
        return read(file, readers.added(ImageFormat.WEBP), Exif.orientation(file, ImageFormat.WEBP));
    }

    private Image read(byte[] file, ImageReader reader, Orientation orientation) throws IOException, ImageException {
        var missing = new AtomicBoolean();
        try {
            reader.setInput(new ByteArrayImageInput(file), true, true);
            reader.addIIOReadWarningListener((_, warning) -> {
                if (warning.contains(DATA_MISSING)) {
                    missing.set(true);
                }
            });
            checkSize(reader.getWidth(0), reader.getHeight(0));
            checkMemory(reader);
            BufferedImage picture = reader.read(0);
            if (missing.get()) {
                throw new IOException(CUT_SHORT);
            }
            return orientation.apply(Image.of(picture));
        } finally {
            reader.dispose();
        }
    }

    private void checkSize(int width, int height) throws IOException, ImageException {
        if (width <= 0 || height <= 0) {
            throw new IOException("it declares a size of " + width + " x " + height);
        }
        if ((long) width * height > limits.maxPixels() || Math.max(width, height) > LONGEST_SIDE) {
            throw tooManyPixels(width + " x " + height + " pixels");
        }
    }

    /** Some formats allow any number of channels for each pixel, and tiles larger than the picture. */
    private void checkMemory(ImageReader reader) throws IOException, ImageException {
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        var types = reader.getImageTypes(0);
        if (!types.hasNext()) {
            throw new IOException("its kind of pixels is not supported");
        }
        SampleModel samples = types.next().getSampleModel();
        long bits = (long) samples.getNumDataElements() * DataBuffer.getDataTypeSize(samples.getTransferType());
        boolean tiled = reader.isImageTiled(0);
        long tile = tiled ? (long) reader.getTileWidth(0) * reader.getTileHeight(0) : 0;
        if (bits > MOST_BYTES_EACH * 8L || tile > Math.max(pixels, limits.maxPixels())) {
            throw tooManyPixels(bits + " bits for each of " + pixels + " pixels");
        }
    }

    private ImageException tooManyPixels(String found) {
        return new ImageException(
                Code.TOO_MANY_PIXELS,
                "The picture declares " + found + "; at most " + limits.maxPixels() + " pixels and sides of "
                        + LONGEST_SIDE + " are allowed.");
    }
}
