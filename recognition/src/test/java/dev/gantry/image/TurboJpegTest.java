package dev.gantry.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether the machine has libjpeg-turbo changes nothing but the time. (Without it, both decoders here are the same.) */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(120)
class TurboJpegTest {

    /** Two decoders may round differently. */
    private static final int MOST_DIFFERENCE = 2;

    private final ImageDecoder decoder = new StandardImageDecoder(ImageLimits.DEFAULT);
    private final ImageDecoder slow = new StandardImageDecoder(ImageLimits.DEFAULT, JpegDecoding.JAVA);

    static Stream<Arguments> files() {
        byte[] plain = TestPictures.file("jpeg", noisy(BufferedImage.TYPE_3BYTE_BGR, 201, 99));
        byte[] exif = TestPictures.exif(6, ByteOrder.BIG_ENDIAN);
        return Stream.of(
                Arguments.of("plain", plain),
                Arguments.of("one pixel", TestPictures.file("jpeg", noisy(BufferedImage.TYPE_3BYTE_BGR, 1, 1))),
                Arguments.of("grey", TestPictures.file("jpeg", noisy(BufferedImage.TYPE_BYTE_GRAY, 33, 17))),
                Arguments.of("turned", TestPictures.jpegWithExif(plain, exif)),
                Arguments.of("progressive", TestPictures.progressiveJpeg()),
                Arguments.of("print colours", TestPictures.cmykJpeg()),
                Arguments.of("neither JFIF nor Exif", without(plain, 0xe0)),
                Arguments.of("Motion JPEG", without(plain, 0xc4)),
                Arguments.of(
                        "Adobe",
                        TestPictures.withJpegSegment(plain, 0xee, TestPictures.bytes("Adobe", 0, 100, 0, 0, 0))),
                Arguments.of("bytes behind it", TestPictures.joined(plain, new byte[100], plain)),
                Arguments.of(
                        "two frames",
                        TestPictures.withJpegSegment(
                                plain,
                                0xc0,
                                TestPictures.bytes("", 8, 0, 9, 0, 9, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1))));
    }

    private static BufferedImage noisy(int type, int width, int height) {
        var picture = new BufferedImage(width, height, type);
        var chance = new Random(width);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, new Color(x * 255 / width, y * 255 / height, chance.nextInt(256)).getRGB());
            }
        }
        return picture;
    }

    /** The file without its segments of one kind. */
    private static byte[] without(byte[] jpeg, int marker) {
        var rest = new ByteArrayOutputStream();
        rest.write(jpeg, 0, 2);
        int at = 2;
        while ((jpeg[at + 1] & 0xff) != 0xda) {
            int length = 2 + ((jpeg[at + 2] & 0xff) << 8 | jpeg[at + 3] & 0xff);
            if ((jpeg[at + 1] & 0xff) != marker) {
                rest.write(jpeg, at, length);
            }
            at += length;
        }
        rest.write(jpeg, at, jpeg.length - at);
        return rest.toByteArray();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void both_give_the_same_pixels(String name, byte[] file) {
        assertAlike(file);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void both_judge_what_is_cut_short_alike(String name, byte[] file) {
        for (int percent = 1; percent < 100; percent += 3) {
            assertAlike(Arrays.copyOf(file, Math.max(1, file.length * percent / 100)));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void both_take_or_refuse_changed_bytes_alike(String name, byte[] file) {
        var chance = new Random(20_261_121);
        for (int round = 0; round < 200; round++) {
            byte[] changed = file.clone();
            for (int i = chance.nextInt(4); i >= 0; i--) {
                // Half of the time in the header, where it hurts most.
                changed[chance.nextInt(chance.nextBoolean() ? changed.length : Math.min(700, changed.length))] =
                        (byte) chance.nextInt(256);
            }
            assertThat(size(outcome(decoder, changed))).isEqualTo(size(outcome(slow, changed)));
        }
    }

    @Test
    void a_frame_of_motion_jpeg_gives_the_pixels_of_the_whole_file() throws ImageException {
        byte[] whole = TestPictures.file("jpeg");
        assertThat(slow.decode(without(whole, 0xc4)).bgr())
                .isEqualTo(slow.decode(whole).bgr());
        assertThat(decoder.decode(without(whole, 0xc4)).bgr())
                .isEqualTo(decoder.decode(whole).bgr());
    }

    private void assertAlike(byte[] file) {
        Object one = outcome(decoder, file);
        Object other = outcome(slow, file);
        if (one instanceof Image image && other instanceof Image expected) {
            assertThat(image.width()).isEqualTo(expected.width());
            assertThat(image.height()).isEqualTo(expected.height());
            assertThat(difference(image.bgr(), expected.bgr())).isLessThanOrEqualTo(MOST_DIFFERENCE);
        } else {
            assertThat(one).isEqualTo(other);
        }
    }

    /** Values that no camera writes overflow in one decoder's arithmetic and not in the other's: only the size is compared. */
    private static Object size(Object outcome) {
        return outcome instanceof Image image ? image.width() + "x" + image.height() : outcome;
    }

    private static int difference(byte[] one, byte[] other) {
        int most = 0;
        for (int i = 0; i < one.length; i++) {
            most = Math.max(most, Math.abs((one[i] & 0xff) - (other[i] & 0xff)));
        }
        return most;
    }

    /** The picture, or why there is none. */
    private static Object outcome(ImageDecoder decoder, byte[] file) {
        try {
            return decoder.decode(file);
        } catch (ImageException e) {
            return e.code();
        }
    }
}
