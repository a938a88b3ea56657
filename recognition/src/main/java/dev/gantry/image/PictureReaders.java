package dev.gantry.image;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/**
 * Which ImageIO reader decodes what. The Java platform's own readers come first: its JPEG reader is the fastest. Readers that
 * were added on the class path serve what it cannot: WebP, and JPEG in print colours or rare codings.
 */
final class PictureReaders {

    private final List<ImageReaderSpi> platform = new ArrayList<>();
    private final List<ImageReaderSpi> added = new ArrayList<>();

    PictureReaders() {
        ImageIO.scanForPlugins();
        var providers = IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, true);
        providers.forEachRemaining(provider -> (isPlatform(provider) ? platform : added).add(provider));
    }

    private static boolean isPlatform(ImageReaderSpi provider) {
        return provider.getClass().getModule().equals(ImageIO.class.getModule());
    }

    /** A reader of the platform. */
    ImageReader ofPlatform(ImageFormat format) throws IOException {
        return reader(platform, format);
    }

    /** A reader from the class path. */
    ImageReader added(ImageFormat format) throws IOException {
        return reader(added, format);
    }

    private static ImageReader reader(List<ImageReaderSpi> providers, ImageFormat format) throws IOException {
        String name = format.name().toLowerCase(Locale.ROOT);
        for (ImageReaderSpi provider : providers) {
            if (Arrays.asList(provider.getFormatNames()).contains(name)) {
                return provider.createReaderInstance();
            }
        }
        throw new IllegalStateException(
                "no ImageIO reader for " + format + "; is imageio-" + name + " on the class path?");
    }
}
