package dev.gantry.server.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gantry.image.Image;
import dev.gantry.server.camera.VideoException.Code;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class FfmpegFramesTest {

    private static final long MAX_PIXELS = 1_000_000;

    @TempDir
    Path folder;

    @Test
    void givesFramesWithTheirTimes() throws Exception {
        Path clip = TestClips.gray(folder.resolve("a.mp4"), 160, 120, 50, 4);

        List<Frame> frames = frames(clip, new Sampling.AtMost(5));

        assertThat(frames)
                .extracting(frame -> frame.time().toMillis())
                .containsExactly(0L, 200L, 400L, 600L, 800L, 1000L, 1200L, 1400L, 1600L, 1800L);
        for (int i = 0; i < frames.size(); i++) {
            assertThat(frames.get(i).image().width()).isEqualTo(160);
            assertThat(frames.get(i).image().height()).isEqualTo(120);
            assertThat(frames.get(i).image().bgr()[0] & 0xff).isCloseTo(i * 5 * 4, within(10));
        }
    }

    @Test
    void tellsTheLength() throws Exception {
        Path clip = TestClips.gray(folder.resolve("a.mp4"), 160, 120, 50, 4);
        try (var source = open(clip, new Sampling.Exactly(25))) {
            source.next();

            assertThat(source.length())
                    .hasValueSatisfying(
                            length -> assertThat(length).isBetween(Duration.ofMillis(1900), Duration.ofMillis(2100)));
        }
    }

    @Test
    void honoursRotation() throws Exception {
        Path clip = TestClips.gray(folder.resolve("a.mp4"), 160, 120, 10, 4);
        Path turned = folder.resolve("turned.mp4");
        assumeTrue(remux(clip, turned, "-display_rotation", "90") == 0, "this ffmpeg cannot write a rotation tag");

        assertThat(frames(turned, new Sampling.AtMost(5)).getFirst().image().width())
                .isEqualTo(120);
        assertThat(frames(turned, new Sampling.AtMost(5)).getFirst().image().height())
                .isEqualTo(160);
    }

    /** Cameras are switched to another size while they are watched: each frame is whole, and as big as it was sent. */
    @Test
    void followsAVideoThatChangesItsSize() throws Exception {
        Path clip = folder.resolve("a.mjpeg");
        try (var out = Files.newOutputStream(clip)) {
            for (int i = 0; i < 20; i++) {
                int width = i < 10 ? 160 : 320;
                out.write(FrameJpeg.of(TestClips.gray(width, width * 3 / 4, i * 10), FrameJpeg.TO_WATCH));
            }
        }

        List<Frame> frames = frames(clip, new Sampling.AtMost(25));

        assertThat(frames).hasSize(20);
        for (int i = 0; i < frames.size(); i++) {
            Image image = frames.get(i).image();
            assertThat(image.width()).isEqualTo(i < 10 ? 160 : 320);
            assertThat(image.bgr()[0] & 0xff).isCloseTo(i * 10, within(10));
            assertThat(image.bgr()[image.bgr().length - 1] & 0xff).isCloseTo(i * 10, within(10));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:b.mp4", "-i.mp4", "%03d.mp4", "Zürich 車.mp4", "a'b,c;d.mp4"})
    void opensFilesWithAnyName(String name) throws Exception {
        Path clip = TestClips.gray(folder.resolve("a.mp4"), 160, 120, 5, 4);

        assertThat(frames(Files.move(clip, folder.resolve(name)), new Sampling.AtMost(5)))
                .hasSize(1);
    }

    @Test
    void saysWhatIsWrong() throws Exception {
        Path text = Files.writeString(folder.resolve("text.mp4"), "no video at all");
        Path empty = Files.createFile(folder.resolve("empty.mp4"));
        Path whole = TestClips.gray(folder.resolve("whole.mp4"), 160, 120, 50, 4);
        byte[] bytes = Files.readAllBytes(whole);
        Path half = Files.write(folder.resolve("half.mp4"), Arrays.copyOf(bytes, bytes.length / 2));
        Path large = TestClips.gray(folder.resolve("large.mp4"), 1280, 960, 2, 4);

        assertFails(folder.resolve("missing.mp4"), Code.NOT_FOUND);
        assertFails(text, Code.BROKEN);
        assertFails(empty, Code.BROKEN);
        assertFails(half, Code.BROKEN);
        assertFails(large, Code.TOO_MANY_PIXELS);
    }

    @Test
    void aPlaylistInDisguiseOpensNoAddress() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path disguised = Files.writeString(
                    folder.resolve("clip.mp4"),
                    "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nhttp://127.0.0.1:%d/a.ts\n#EXT-X-ENDLIST\n"
                            .formatted(server.getLocalPort()));

            assertThatThrownBy(() -> frames(disguised, new Sampling.AtMost(5))).isInstanceOf(VideoException.class);
            server.setSoTimeout(100);
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void closingEndsTheChild() throws Exception {
        Path clip = TestClips.gray(folder.resolve("a.mp4"), 640, 480, 100, 1);
        var source = open(clip, new Sampling.Exactly(25));
        source.next(); // the pipe is full then, and the child waits
        List<ProcessHandle> children = ProcessHandle.current().children().toList();
        assertThat(children).isNotEmpty();

        source.close();

        for (ProcessHandle child : children) {
            child.onExit().get(10, TimeUnit.SECONDS);
        }
        assertThat(source.next()).isNull();
    }

    @Test
    void saysWhenThereIsNoProgram() {
        assertThatThrownBy(() -> FfmpegProgram.find("no-such-ffmpeg", folder))
                .isInstanceOfSatisfying(
                        VideoException.class, e -> assertThat(e.code()).isEqualTo(Code.NO_PROGRAM))
                .hasMessageContaining("no-such-ffmpeg");
    }

    private void assertFails(Path clip, Code code) {
        assertThatThrownBy(() -> frames(clip, new Sampling.AtMost(5)))
                .as("%s", clip)
                .isInstanceOfSatisfying(
                        VideoException.class,
                        e -> assertThat(e.code()).as(e.getMessage()).isEqualTo(code))
                .hasMessageNotContaining("showinfo");
    }

    private static FfmpegFrames open(Path clip, Sampling sampling) throws VideoException {
        return FfmpegFrames.open(TestClips.program(), new VideoInput.OfFile(clip), sampling, MAX_PIXELS);
    }

    private static List<Frame> frames(Path clip, Sampling sampling) throws Exception {
        var frames = new ArrayList<Frame>();
        try (var source = open(clip, sampling)) {
            for (Frame frame = source.next(); frame != null; frame = source.next()) {
                frames.add(frame);
            }
        }
        return frames;
    }

    private static int remux(Path from, Path to, String... inputOptions) throws Exception {
        var command = new ArrayList<>(List.of(TestClips.program().path(), "-nostdin", "-loglevel", "error", "-y"));
        command.addAll(List.of(inputOptions));
        command.addAll(List.of("-i", from.toString(), "-c", "copy", to.toString()));
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
