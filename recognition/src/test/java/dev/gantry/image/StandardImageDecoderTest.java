package dev.gantry.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StandardImageDecoderTest {

    private final ImageDecoder decoder = new StandardImageDecoder(ImageLimits.DEFAULT);

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("JPEG", TestPictures.file("jpeg")),
                Arguments.of("progressive JPEG", TestPictures.progressiveJpeg()),
                Arguments.of("CMYK JPEG", TestPictures.cmykJpeg()),
                Arguments.of("PNG", TestPictures.file("png")),
                Arguments.of("PNG with alpha", png(BufferedImage.TYPE_4BYTE_ABGR)),
                Arguments.of("PNG with palette", png(BufferedImage.TYPE_BYTE_INDEXED)),
                Arguments.of("BMP", TestPictures.file("bmp")),
                Arguments.of("GIF", TestPictures.file("gif")),
                Arguments.of("TIFF", TestPictures.file("tiff")),
                Arguments.of("lossy WebP", TestPictures.lossyWebp()),
                Arguments.of("lossless WebP", TestPictures.losslessWebp()));
    }

    private static byte[] png(int type) {
        return TestPictures.file("png", TestPictures.quarters(type));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void a_picture_keeps_its_size_and_colours(String name, byte[] file) throws ImageException {
        Image image = decoder.decode(file);
        assertThat(image.width()).isEqualTo(TestPictures.WIDTH);
        assertThat(image.height()).isEqualTo(TestPictures.HEIGHT);
        for (int i = 0; i < TestPictures.QUARTERS.length; i++) {
            assertLike(image, i % 2 == 0 ? 0.25 : 0.75, i / 2 == 0 ? 0.25 : 0.75, TestPictures.QUARTERS[i]);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "bmp", "tiff"})
    void grey_pictures_keep_their_values(String format) throws ImageException {
        Image image = decoder.decode(TestPictures.file(format, gray(BufferedImage.TYPE_BYTE_GRAY)));
        assertLike(image, 0.5, 0.5, new Color(100, 100, 100));
    }

    @Test
    void sixteen_bits_become_eight() throws ImageException {
        Image image = decoder.decode(TestPictures.file("png", gray(BufferedImage.TYPE_USHORT_GRAY)));
        assertLike(image, 0.5, 0.5, new Color(100, 100, 100));
    }

    private static BufferedImage gray(int type) {
        var picture = new BufferedImage(8, 8, type);
        int largest = type == BufferedImage.TYPE_BYTE_GRAY ? 255 : 65_535;
        for (int i = 0; i < 64; i++) {
            picture.getRaster().setSample(i % 8, i / 8, 0, 100 * largest / 255);
        }
        return picture;
    }

    @Test
    void transparent_places_are_white() throws ImageException {
        var picture = new BufferedImage(8, 8, BufferedImage.TYPE_4BYTE_ABGR);
        assertLike(decoder.decode(TestPictures.file("png", picture)), 0.5, 0.5, Color.WHITE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lossless", "sixteen bits"})
    void alpha_blends_with_white(String kind) throws ImageException {
        var color = new Color(200, 0, 0, 128);
        var picture = new BufferedImage(8, 8, BufferedImage.TYPE_4BYTE_ABGR);
        for (int i = 0; i < 64; i++) {
            picture.setRGB(i % 8, i / 8, color.getRGB());
        }
        byte[] file = kind.equals("lossless") ? TestPictures.file("png", picture) : TestPictures.file("tiff", picture);
        assertLike(decoder.decode(file), 0.5, 0.5, new Color(227, 127, 127));
    }

    /** What stands at the upright picture's top left and top right corner, by the meaning of each orientation. */
    @ParameterizedTest(name = "orientation {0}")
    @CsvSource({"0,0,1", "1,0,1", "2,1,0", "3,3,2", "4,2,3", "5,0,2", "6,2,0", "7,3,1", "8,1,3", "9,0,1"})
    void exif_orientation_is_honoured(int orientation, int topLeft, int topRight) throws ImageException {
        byte[] little = TestPictures.exif(orientation, ByteOrder.LITTLE_ENDIAN);
        byte[] big = TestPictures.exif(orientation, ByteOrder.BIG_ENDIAN);
        var files = Stream.of(
                TestPictures.jpegWithExif(TestPictures.file("jpeg"), little),
                TestPictures.jpegWithExif(TestPictures.file("jpeg"), big),
                TestPictures.withPngChunk(TestPictures.file("png"), "eXIf", big),
                TestPictures.webpWithExif(TestPictures.lossyWebp(), little));
        for (byte[] file : files.toList()) {
            Image image = decoder.decode(file);
            boolean sideways = orientation >= 5 && orientation <= 8;
            assertThat(image.width()).isEqualTo(sideways ? TestPictures.HEIGHT : TestPictures.WIDTH);
            assertLike(image, 0.25, 0.25, TestPictures.QUARTERS[topLeft]);
            assertLike(image, 0.75, 0.25, TestPictures.QUARTERS[topRight]);
        }
    }

    @Test
    void a_photo_that_only_lacks_its_end_marker_is_read() throws ImageException {
        byte[] jpeg = TestPictures.file("jpeg");
        Image image = decoder.decode(Arrays.copyOf(jpeg, jpeg.length - 2));
        assertLike(image, 0.75, 0.75, Color.YELLOW);
    }

    @Test
    void bytes_behind_a_photo_do_no_harm() throws ImageException {
        byte[] file = TestPictures.joined(TestPictures.file("jpeg"), new byte[5000], TestPictures.file("jpeg"));
        assertLike(decoder.decode(file), 0.25, 0.25, Color.RED);
    }

    private static void assertLike(Image image, double x, double y, Color expected) {
        int i = ((int) (y * image.height()) * image.width() + (int) (x * image.width())) * 3;
        byte[] bgr = image.bgr();
        var found = new int[] {bgr[i + 2] & 0xff, bgr[i + 1] & 0xff, bgr[i] & 0xff};
        var wanted = new int[] {expected.getRed(), expected.getGreen(), expected.getBlue()};
        for (int c = 0; c < 3; c++) {
            assertThat(found[c]).as("channel %d at %s, %s", c, x, y).isBetween(wanted[c] - 12, wanted[c] + 12);
        }
    }
}
