package dev.gantry.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gantry.model.ModelException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecognizeCommandTest {

    @TempDir
    Path folder;

    @Test
    void writesOneObjectForEachPhoto() throws Exception {
        var photo = Photos.white(folder.resolve("a.png"), 100);

        var run = run(photo.toString());

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        JsonNode json = new ObjectMapper().readTree(run.out());
        assertThat(json.path("image").asText()).isEqualTo(photo.toString());
        assertThat(json.path("width").asInt()).isEqualTo(100);
        assertThat(json.path("elapsedMs").asDouble()).isPositive();
        assertThat(json.at("/plates/0/text").asText()).isEqualTo("AB100");
        assertThat(json.at("/plates/0/box/x").asDouble()).isEqualTo(25);
        assertThat(json.at("/plates/0/region").isNull()).isTrue();
    }

    @Test
    void tellsTheLikelyRegionsUnlessItShallNot() throws Exception {
        var photo = Photos.white(folder.resolve("a.png"), 100).toString();

        var hinted = new ObjectMapper().readTree(run("--region", "se,lv", photo).out());
        var without = new ObjectMapper().readTree(run("--no-formats", photo).out());

        assertThat(hinted.at("/plates/0/regions")).isNotEmpty();
        assertThat(hinted.at("/plates/0/regions/0/region").asText()).isEqualTo("lv");
        assertThat(without.at("/plates/0/regions")).isEmpty();
        assertThat(without.at("/plates/0/text").asText()).isEqualTo("AB100");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void keepsTheOrderForAnyNumberOfThreads(int threads) throws Exception {
        var expected = new ArrayList<String>();
        for (int i = 0; i < 20; i++) {
            Photos.white(folder.resolve("photos/%02d.png".formatted(i)), 80 + i);
            expected.add("%s/%02d.png: AB%d (98%%)".formatted(folder.resolve("photos"), i, 80 + i));
        }

        var run = run(
                "--threads",
                "" + threads,
                "--format",
                "text",
                folder.resolve("photos").toString());

        assertThat(run.lines()).isEqualTo(expected);
    }

    @Test
    void saysNoWhenThereIsNoPlate() throws Exception {
        var run = run(
                "--format", "text", Photos.black(folder.resolve("a.png"), 100).toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).endsWith("a.png: no plate\n");
    }

    @Test
    void goesOnAfterABadFile() throws Exception {
        var broken = Files.writeString(folder.resolve("a.jpg"), "no picture");
        var missing = folder.resolve("b.jpg");
        var empty = Files.createFile(folder.resolve("c.jpg"));
        var photo = Photos.white(folder.resolve("d.png"), 100);

        var run = run(broken.toString(), missing.toString(), empty.toString(), photo.toString());

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.lines()).hasSize(4);
        assertThat(codes(run)).containsExactly("UNKNOWN_FORMAT", "NOT_FOUND", "EMPTY", "");
        assertThat(run.lines().get(3)).contains("AB100");
    }

    @Test
    void readsStandardInput() throws Exception {
        var command = new RecognizeCommand(
                Photos::recognizer, new ByteArrayInputStream(Photos.whiteBytes(90)), new Terminal(false, false));

        var run = CommandRun.of(command, "-");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("\"image\":\"-\"", "AB90");
    }

    @Test
    void writesCsvThatSpreadsheetsUnderstand() throws Exception {
        var photo = Photos.white(folder.resolve("a, \"b\".png"), 100);
        var none = Photos.black(folder.resolve("c.png"), 100);
        var missing = folder.resolve("d.png");

        var run = run("--format", "csv", photo.toString(), none.toString(), missing.toString());

        assertThat(run.out())
                .isEqualTo(String.join(
                        "\r\n",
                        "image,text,confidence,x,y,width,height,region,error",
                        "\"" + folder + "/a, \"\"b\"\".png\",AB100,0.98,25.0,20.0,50.0,20.0,,",
                        none + ",,,,,,,,",
                        missing + ",,,,,,,,NOT_FOUND: There is no such file or folder.",
                        ""));
    }

    @Test
    void drawsPlatesIntoCopiesOfThePhotos() throws Exception {
        Photos.white(folder.resolve("photos/a.png"), 200);
        Photos.white(folder.resolve("photos/day/a.png"), 300);
        var target = folder.resolve("annotated");

        var run = run("--annotate", target.toString(), folder.resolve("photos").toString());

        assertThat(run.code()).isZero();
        assertThat(ImageIO.read(target.resolve("a.plates.jpg").toFile()).getWidth())
                .isEqualTo(200);
        var drawn = ImageIO.read(target.resolve("day/a.plates.jpg").toFile());
        assertThat(drawn.getRGB(75, 30) & 0xff)
                .as("blue on the left edge of the plate")
                .isLessThan(0x80);
    }

    @Test
    void tellsWhenAFolderHasNoPhotos() {
        var run = run(folder.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("There are no photos in " + folder);
    }

    @Test
    void rejectsWrongOptions() {
        for (var arguments : List.of(
                List.of("--format", "xml", "a.jpg"),
                List.of("--effort", "heroic", "a.jpg"),
                List.of("--min-confidence", "7", "a.jpg"),
                List.of("--region", "gb,qq", "a.jpg"),
                List.of("--threads", "0", "a.jpg"),
                List.<String>of())) {
            assertThat(run(arguments.toArray(String[]::new)).code())
                    .as("%s", arguments)
                    .isEqualTo(2);
        }
    }

    @Test
    void passesItsOptionsOn() throws Exception {
        var photo = Photos.white(folder.resolve("a.png"), 100);

        var run = run("--min-confidence", "0.99", "--effort", "fast", photo.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("\"plates\":[],\"rejected\":[{\"reason\":\"LOW_CONFIDENCE\"");
    }

    @Test
    void saysWhatIsWrongWithAModel() throws Exception {
        RecognizerFactory unfit = _ -> {
            throw new ModelException(ModelException.Code.BAD_CARD, "The card lacks \"alphabet\".");
        };
        var command = new RecognizeCommand(unfit, InputStream.nullInputStream(), new Terminal(false, false));

        var run = CommandRun.of(command, "a.jpg");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("The card lacks \"alphabet\".\n");
    }

    private static CommandRun run(String... arguments) {
        var command =
                new RecognizeCommand(Photos::recognizer, InputStream.nullInputStream(), new Terminal(false, false));
        return CommandRun.of(command, arguments);
    }

    private static List<String> codes(CommandRun run) throws Exception {
        var codes = new ArrayList<String>();
        for (String line : run.lines()) {
            codes.add(new ObjectMapper().readTree(line).at("/error/code").asText());
        }
        return codes;
    }
}
