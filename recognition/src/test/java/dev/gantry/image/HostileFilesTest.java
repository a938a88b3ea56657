package dev.gantry.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.image.ImageException.Code;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the bytes are: a picture or an {@link ImageException}, and no file left behind. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(120)
class HostileFilesTest {

    private static final int HUGE = 50_000;

    private final ImageDecoder decoder = new StandardImageDecoder(ImageLimits.DEFAULT);
    private Set<String> temporaryBefore = Set.of();

    @BeforeEach
    void look() throws IOException {
        temporaryBefore = temporaryFiles();
    }

    @AfterEach
    void nothing_is_left_in_the_temporary_folder() throws IOException {
        var after = new TreeSet<>(temporaryFiles());
        after.removeAll(temporaryBefore);
        assertThat(after).isEmpty();
    }

    private static Set<String> temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("imageio") || name.startsWith("IIO") || name.endsWith(".tmp"))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void no_bytes_are_empty() {
        assertFails(new byte[0], Code.EMPTY);
    }

    @Test
    void too_many_bytes_are_refused_whatever_they_are() {
        assertFails(new byte[17 << 20], Code.TOO_LARGE);
    }

    @Test
    void other_files_are_unknown() {
        assertFails(TestPictures.bytes("%PDF-1.7 and so on"), Code.UNKNOWN_FORMAT);
        assertFails(TestPictures.bytes("x"), Code.UNKNOWN_FORMAT);
        assertFails(TestPictures.bytes("RIFF1234WAVEfmt "), Code.UNKNOWN_FORMAT);
    }

    static Stream<Arguments> hugeHeaders() {
        byte[] jpegFrame = TestPictures.bytes(
                "", 8, HUGE >> 8, HUGE & 0xff, HUGE >> 8, HUGE & 0xff, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0);
        byte[] gif = TestPictures.file("gif");
        int frame = indexOf(gif, 0x2c, 13 + 3 * (2 << (gif[10] & 7))) + 5;
        for (int i = 0; i < 4; i++) {
            gif[frame + i] = (byte) 0xff;
        }
        byte[] webp = TestPictures.riffChunk(
                "RIFF",
                TestPictures.joined(
                        TestPictures.bytes("WEBP"),
                        TestPictures.riffChunk("VP8X", TestPictures.bytes("", 0, 0, 0, 0, 9, 0, 0, 9, 0, 0)),
                        TestPictures.riffChunk(
                                "VP8 ", TestPictures.bytes("", 0, 0, 0, 0x9d, 1, 0x2a, 0xff, 0x3f, 0xff, 0x3f))));
        return Stream.of(
                Arguments.of(
                        "JPEG",
                        TestPictures.withJpegSegment(TestPictures.bytes("", 0xff, 0xd8, 0xff, 0xd9), 0xc0, jpegFrame)),
                Arguments.of("PNG", TestPictures.pngStart(HUGE, HUGE, 8, 2)),
                Arguments.of("PNG, one row", TestPictures.pngStart(40_000_000, 1, 8, 0)),
                Arguments.of("GIF with a tiny canvas", gif),
                Arguments.of("TIFF", tiff(HUGE, HUGE, 3)),
                Arguments.of("TIFF with many channels", tiff(1000, 1000, 800)),
                Arguments.of("WebP with a tiny canvas", webp));
    }

    private static int indexOf(byte[] bytes, int value, int from) {
        int at = from;
        while (bytes[at] != (byte) value) {
            at++;
        }
        return at;
    }

    /** An uncompressed TIFF that promises much and holds nothing. */
    private static byte[] tiff(int width, int height, int channels) {
        int entries = 9;
        var bytes = TestPictures.littleEndian(8 + 2 + entries * 12 + 4 + channels * 2);
        int depths = 8 + 2 + entries * 12 + 4;
        bytes.put(TestPictures.bytes("II")).putShort((short) 42).putInt(8).putShort((short) entries);
        int[][] tags = {
            {256, 4, 1, width},
            {257, 4, 1, height},
            {258, 3, channels, depths},
            {259, 3, 1, 1},
            {262, 3, 1, 2},
            {273, 4, 1, 8},
            {277, 3, 1, channels},
            {278, 4, 1, height},
            {279, 4, 1, 8}
        };
        for (int[] tag : tags) {
            bytes.putShort((short) tag[0])
                    .putShort((short) tag[1])
                    .putInt(tag[2])
                    .putInt(tag[3]);
        }
        bytes.putInt(0);
        for (int i = 0; i < channels; i++) {
            bytes.putShort((short) 8);
        }
        return bytes.array();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hugeHeaders")
    void a_declared_giant_is_refused_before_its_pixels_are_allocated(String name, byte[] file) {
        assertFails(file, Code.TOO_MANY_PIXELS);
    }

    @Test
    void a_bitmap_that_cannot_hold_what_it_declares_is_broken() {
        byte[] bmp = TestPictures.file("bmp");
        TestPictures.littleEndian(8).putInt(HUGE).putInt(HUGE).rewind().get(bmp, 18, 8);
        assertFails(bmp, Code.BROKEN);
    }

    @Test
    void packed_data_that_ends_early_is_broken() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(packed)) {
            deflater.write(new byte[1000]);
        }
        byte[] file = TestPictures.joined(
                TestPictures.pngStart(7000, 7000, 8, 2),
                TestPictures.pngChunk("IDAT", packed.toByteArray()),
                TestPictures.pngChunk("IEND", new byte[0]));
        assertFails(file, Code.BROKEN);
    }

    @Test
    void packed_text_that_unfolds_to_megabytes_does_not_matter() throws Exception {
        var packed = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(packed)) {
            for (int i = 0; i < 100; i++) {
                deflater.write(new byte[1 << 20]);
            }
        }
        byte[] text = TestPictures.joined(TestPictures.bytes("Comment", 0, 0), packed.toByteArray());
        assertThat(decoder.decode(TestPictures.withPngChunk(TestPictures.file("png"), "zTXt", text))
                        .width())
                .isEqualTo(TestPictures.WIDTH);
    }

    @Test
    void endless_scans_are_broken() {
        byte[] jpeg = TestPictures.progressiveJpeg();
        byte[] scan = TestPictures.bytes("", 0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0);
        var scans = new ByteArrayOutputStream();
        for (int i = 0; i < 1000; i++) {
            scans.writeBytes(scan);
        }
        byte[] file = TestPictures.joined(
                Arrays.copyOf(jpeg, jpeg.length - 2), scans.toByteArray(), TestPictures.bytes("", 0xff, 0xd9));
        assertFails(file, Code.BROKEN);
    }

    @Test
    void exif_that_points_nowhere_is_ignored() throws ImageException {
        byte[] exif = TestPictures.exif(6, ByteOrder.BIG_ENDIAN);
        Arrays.fill(exif, 4, 8, (byte) 0xff);
        Image image = decoder.decode(TestPictures.jpegWithExif(TestPictures.file("jpeg"), exif));
        assertThat(image.width()).isEqualTo(TestPictures.WIDTH);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.gantry.image.StandardImageDecoderTest#files")
    void a_file_cut_short_is_broken_or_complete(String name, byte[] file) throws ImageException {
        Image whole = decoder.decode(file);
        for (int percent = 1; percent < 100; percent++) {
            byte[] cut = Arrays.copyOf(file, Math.max(1, file.length * percent / 100));
            try {
                Image image = decoder.decode(cut);
                assertThat(image.bgr()).as("%s cut at %d %%", name, percent).isEqualTo(whole.bgr());
            } catch (ImageException e) {
                assertThat(e.code()).isIn(Code.BROKEN, Code.UNKNOWN_FORMAT);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.gantry.image.StandardImageDecoderTest#files")
    void changed_bytes_give_a_picture_or_a_typed_error(String name, byte[] file) {
        var chance = new Random(20_261_120);
        for (int round = 0; round < 150; round++) {
            byte[] changed = file.clone();
            for (int i = chance.nextInt(4); i >= 0; i--) {
                changed[chance.nextInt(changed.length)] = (byte) chance.nextInt(256);
            }
            assertTyped(changed);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.gantry.image.StandardImageDecoderTest#files")
    void noise_behind_a_known_beginning_gives_a_picture_or_a_typed_error(String name, byte[] file) {
        var chance = new Random(7);
        for (int round = 0; round < 50; round++) {
            byte[] noise = new byte[500];
            chance.nextBytes(noise);
            System.arraycopy(file, 0, noise, 0, 12 + chance.nextInt(30));
            assertTyped(noise);
        }
    }

    private void assertTyped(byte[] file) {
        try {
            assertThat(decoder.decode(file).bgr()).isNotEmpty();
        } catch (ImageException e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }

    private void assertFails(byte[] file, Code code) {
        assertThatThrownBy(() -> decoder.decode(file))
                .isInstanceOfSatisfying(
                        ImageException.class,
                        e -> assertThat(e.code()).as(e.getMessage()).isEqualTo(code));
    }
}
