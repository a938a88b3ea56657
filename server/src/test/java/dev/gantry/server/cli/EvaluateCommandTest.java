package dev.gantry.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {

    @TempDir
    Path folder;

    private Path labels;

    @BeforeEach
    void labelSomePhotos() throws IOException {
        Photos.white(folder.resolve("right.png"), 100);
        Photos.white(folder.resolve("wrong.png"), 200);
        Photos.black(folder.resolve("missed.png"), 100);
        Photos.white(folder.resolve("crop.png"), 101);
        Photos.white(folder.resolve("extra.png"), 100);
        labels = Files.writeString(folder.resolve("labels.jsonl"), """
                {"image":"right.png","set":"street","plates":[{"box":[25,20,50,20],"text":"AB1OO"}]}
                {"image":"wrong.png","set":"street","plates":[{"box":[50,20,100,20],"text":"AB201"}]}
                {"image":"missed.png","set":"street","plates":[{"box":[25,20,50,20],"text":"XY12"}]}
                {"image":"crop.png","set":"crops","kind":"crop","plates":[{"text":"ab 101"}]}
                {"image":"extra.png","set":"none"}
                """);
    }

    @Test
    void scoresEachSet() throws Exception {
        var json = json(run("--json", labels.toString()));

        assertThat(json.path("detector").asText()).isEqualTo("own detector");
        JsonNode street = json.at("/all/sets/0");
        assertThat(street.path("name").asText()).isEqualTo("street");
        assertThat(street.at("/score/recall").asDouble()).isEqualTo(2.0 / 3);
        assertThat(street.at("/score/strict").asDouble()).isZero();
        assertThat(street.at("/score/folded").asDouble()).isEqualTo(1.0 / 3);
        assertThat(street.at("/score/characterErrorRate").asDouble()).isEqualTo((2 + 1 + 4) / 14.0);
        assertThat(json.at("/all/sets/1/score/strict").asDouble()).isEqualTo(1);
        assertThat(json.at("/all/sets/2/score/extraPerImage").asDouble()).isEqualTo(1);
        assertThat(json.at("/all/overall")).hasSize(4);
    }

    @Test
    void printsATable() {
        var run = run(labels.toString());

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("Detector own detector, reader own reader\n\nset")
                .contains("\nstreet ", "\ncrops ", "\nwithout plates ", "\nall ");
    }

    @Test
    void givesTheSameForAnyNumberOfThreads() throws Exception {
        assertThat(withoutTimes(run("--json", "--threads", "4", labels.toString())))
                .isEqualTo(withoutTimes(run("--json", labels.toString())));
    }

    @Test
    void leavesOutLabelsThatAreKnownToBeWrong() throws Exception {
        var wrong = Files.writeString(folder.resolve("wrong.jsonl"), """
                {"image":"wrong.png","text":"AB201","reason":"the photo shows AB200"}
                {"image":"gone.png","reason":"blurred"}
                """);

        var run = run("--json", "--exclude", wrong.toString(), labels.toString());

        assertThat(json(run).at("/all/sets/0/score/folded").asDouble()).isEqualTo(1.0 / 3);
        assertThat(json(run).at("/withoutExcluded/sets/0/score/folded").asDouble())
                .isEqualTo(0.5);
        assertThat(run.err()).contains("not in these labels: gone.png");
    }

    @Test
    void drawsContactSheetsOfTheMistakes() throws Exception {
        var sheets = folder.resolve("errors");

        run("--errors", sheets.toString(), labels.toString());

        assertThat(sheets).isDirectoryContaining("glob:**street.png").isDirectoryContaining("glob:**none.png");
        assertThat(sheets.resolve("crops.png")).doesNotExist();
        assertThat(ImageIO.read(sheets.resolve("street.png").toFile()).getWidth())
                .isGreaterThan(500);
    }

    @Test
    void takesSomeSetsOrSomePicturesOnly() throws Exception {
        assertThat(json(run("--json", "--sets", "crops,none", labels.toString()))
                        .at("/all/sets"))
                .hasSize(2);
        assertThat(json(run("--json", "--limit", "2", labels.toString()))
                        .at("/all/sets/0/score/images")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void canTreatCropsAsPhotos() throws Exception {
        var score = json(run("--json", "--crops", "pipeline", "--sets", "crops", labels.toString()));

        assertThat(score.at("/all/sets/0/score/strict").asDouble()).isEqualTo(1);
    }

    @Test
    void tellsDetailsWhenAsked() throws Exception {
        assertThat(run("--details", labels.toString()).out())
                .contains("By the plate's width in the picture", "50 to 60 px", "By tilt", "Confidence against truth");
        assertThat(json(run("--json", "--details", labels.toString())).at("/details/byWidth"))
                .isNotEmpty();
        assertThat(json(run("--json", labels.toString())).has("details")).isFalse();
    }

    @Test
    void shrinksThePlatesOfCrops() throws Exception {
        assertThat(json(run("--json", "--plate-width", "60", labels.toString())).at("/all/sets"))
                .hasSize(1);
        assertThat(json(run("--json", "--plate-width", "1000", labels.toString()))
                        .at("/all/sets"))
                .isEmpty();
        assertThat(run("--plate-width", "0", labels.toString()).code()).isEqualTo(2);
    }

    @Test
    void countsPicturesThatCannotBeDecoded() throws Exception {
        Files.writeString(folder.resolve("right.png"), "no picture");

        var run = run("--json", labels.toString());

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("right.png");
        assertThat(json(run).at("/all/sets/0/score/failed").asInt()).isEqualTo(1);
    }

    @Test
    void explainsWrongUse() throws Exception {
        assertThat(run(folder.resolve("none.jsonl").toString()).err()).contains("There is no file");
        assertThat(run("--sets", "moon", labels.toString()).err()).contains("no set moon", "street, crops, none");
        assertThat(run("--crops", "cut", labels.toString()).code()).isEqualTo(2);
        var bad = Files.writeString(folder.resolve("bad.jsonl"), "hello");
        assertThat(run(bad.toString()).code()).isEqualTo(2);
    }

    private static CommandRun run(String... arguments) {
        return CommandRun.of(new EvaluateCommand(Photos::recognizer, new Terminal(false, false)), arguments);
    }

    private static JsonNode json(CommandRun run) throws IOException {
        return new ObjectMapper().readTree(run.out());
    }

    private static String withoutTimes(CommandRun run) {
        return run.out().replaceAll("\"millisecondsP\\d+\" : [0-9.]+", "");
    }
}
