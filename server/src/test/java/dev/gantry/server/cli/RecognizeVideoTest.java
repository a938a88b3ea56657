package dev.gantry.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gantry.server.camera.TestClips;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** On clips of white pictures, which have a plate for {@link Photos#recognizer}, or black ones. */
@Timeout(120)
class RecognizeVideoTest {

    private static final int WIDTH = 320;

    @TempDir
    Path folder;

    private Path white = Path.of("");
    private Path black = Path.of("");

    @BeforeEach
    void writeClips() throws Exception {
        white = clip("white.mp4", 1000);
        black = clip("black.mp4", 0);
    }

    /** The first frame is black. */
    private Path clip(String name, int step) throws Exception {
        return TestClips.gray(folder.resolve(name), WIDTH, Photos.HEIGHT, 25, step);
    }

    @Test
    void writesOneObjectForEachSighting() throws Exception {
        var run = run(white.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.lines()).hasSize(1);
        JsonNode json = new ObjectMapper().readTree(run.out());
        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly(
                        "source",
                        "text",
                        "confidence",
                        "region",
                        "firstSeen",
                        "lastSeen",
                        "reads",
                        "direction",
                        "best",
                        "candidates");
        assertThat(json.path("source").asText()).isEqualTo(white.toString());
        assertThat(json.path("text").asText()).isEqualTo("AB320");
        assertThat(json.path("firstSeen").asDouble()).isEqualTo(0.2);
        assertThat(json.path("lastSeen").asDouble()).isEqualTo(0.8);
        assertThat(json.path("reads").asInt()).isEqualTo(4);
        assertThat(json.at("/best/box/x").asDouble()).isEqualTo(80);
        assertThat(json.at("/best/corners").size()).isEqualTo(4);
        assertThat(json.at("/candidates/0/text").asText()).isEqualTo("AB320");
    }

    @Test
    void looksAsOftenAsItIsTold() throws Exception {
        var json =
                new ObjectMapper().readTree(run("--fps", "25", white.toString()).out());

        assertThat(json.path("reads").asInt()).isEqualTo(24);
        assertThat(json.path("firstSeen").asDouble()).isEqualTo(0.04);
    }

    @Test
    void keepsTheOrderOfPhotosAndVideos() throws Exception {
        Path photo = Photos.white(folder.resolve("a.png"), 100);

        var run = run("--format", "text", photo.toString(), white.toString(), black.toString(), photo.toString());

        assertThat(run.lines())
                .containsExactly(
                        photo + ": AB100 (98%)",
                        white + ": 0.2-0.8 s AB320 (98%)",
                        black + ": no plate",
                        photo + ": AB100 (98%)");
    }

    @Test
    void writesCsv() {
        var run = run("--format", "csv", white.toString(), black.toString());

        assertThat(run.out())
                .isEqualTo(String.join(
                        "\r\n",
                        "image,text,confidence,x,y,width,height,region,error",
                        white + "#t=0.2,AB320,0.9751,80.0,20.0,160.0,20.0,,",
                        black + ",,,,,,,,",
                        ""));
    }

    @Test
    void saysNoWhenNothingPasses() {
        var run = run(black.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void goesOnAfterABrokenVideo() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.mp4"), "no video");

        var run = run(broken.toString(), folder.resolve("missing.mp4").toString(), white.toString());

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.lines()).hasSize(3);
        assertThat(run.lines().get(0)).contains("\"BROKEN\"");
        assertThat(run.lines().get(1)).contains("\"NOT_FOUND\"");
        assertThat(run.lines().get(2)).contains("AB320");
    }

    @Test
    void writesAnnotatedClips() throws Exception {
        Path target = folder.resolve("annotated");

        var run = run("--annotate", target.toString(), white.toString());

        assertThat(run.code()).isZero();
        Path clip = target.resolve("white.plates.mp4");
        assertThat(clip).isNotEmptyFile();
        assertThat(run("--fps", "25", clip.toString()).err()).isEmpty();
    }

    @Test
    void watchesAFile() throws Exception {
        var run = CommandRun.of(new WatchCommand(Photos::recognizer), white.toString());

        assertThat(run.code()).isZero();
        assertThat(run.lines().stream().map(RecognizeVideoTest::event)).containsExactly("seen", "left", "closed");
    }

    @Test
    void saysWhenASourceCannotBeWatched() {
        var refused = CommandRun.of(new WatchCommand(Photos::recognizer), "rtsp://user:secret@127.0.0.1:1/stream");
        var unknown = CommandRun.of(new WatchCommand(Photos::recognizer), "--ffmpeg", "no-such-ffmpeg", "a.mp4");

        assertThat(refused.code()).isEqualTo(3);
        assertThat(refused.err()).contains("cannot be read").doesNotContain("secret");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("no-such-ffmpeg");
    }

    @Test
    void rejectsWrongOptions() {
        for (String fps : List.of("0", "-1", "NaN", "61", "often")) {
            assertThat(run("--fps", fps, white.toString()).code()).as(fps).isEqualTo(2);
        }
    }

    private static String event(String line) {
        try {
            return new ObjectMapper().readTree(line).path("event").asText();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static CommandRun run(String... arguments) {
        var command =
                new RecognizeCommand(Photos::recognizer, InputStream.nullInputStream(), new Terminal(false, false));
        return CommandRun.of(command, arguments);
    }
}
