package dev.gantry.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gantry.image.Image;
import dev.gantry.model.ModelException;
import dev.gantry.model.ModelFile;
import dev.gantry.plate.Box;
import dev.gantry.plate.Candidate;
import dev.gantry.plate.Quad;
import dev.gantry.plate.Reading;
import dev.gantry.testing.TinyModel;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OnnxPlateReaderTest {

    private static final int CLASSES = 4;
    private static final double SURE = 0.99;

    /** Classes are A, blank, 京, B; the frames say A, A, blank, 京, B. */
    private static final int[] FRAMES = {0, 0, 1, 2, 3};

    private static final int[] SLOTS = {0, 2, 3, 1, 1};

    @TempDir
    Path folder;

    private static String card(String output, String more) {
        return """
            {"gantryCard":1,"task":"reader","name":"mine","model":"mine.onnx",
             "input":{"name":"strip","width":32,"height":8,"channels":"GRAY","normalization":"standardize"},
             "output":{%s},"alphabet":["A","京","B"],"blank":1%s}""".formatted(output, more);
    }

    private static double[][] probabilities(int... classes) {
        var rows = new double[classes.length][CLASSES];
        for (int t = 0; t < classes.length; t++) {
            for (int c = 0; c < CLASSES; c++) {
                rows[t][c] = c == classes[t] ? SURE : (1 - SURE) / (CLASSES - 1);
            }
        }
        return rows;
    }

    private static float[] values(double[][] rows, String axes, String activation) {
        var values = new float[rows.length * CLASSES];
        for (int t = 0; t < rows.length; t++) {
            for (int c = 0; c < CLASSES; c++) {
                double value = switch (activation) {
                    case "softmax" -> rows[t][c];
                    case "log_softmax" -> Math.log(rows[t][c]);
                    default -> Math.log(rows[t][c]) + 5 + t; // any shift of a step's logits means the same
                };
                values[axes.equals("BCT") ? c * rows.length + t : t * CLASSES + c] = (float) value;
            }
        }
        return values;
    }

    private static long[] shape(String axes, long steps) {
        return switch (axes) {
            case "BTC" -> new long[] {1, steps, CLASSES};
            case "TBC" -> new long[] {steps, 1, CLASSES};
            default -> new long[] {1, CLASSES, steps};
        };
    }

    private static TinyModel strip() {
        return new TinyModel().input("strip", -1, 1, 8, 32);
    }

    private Reading read(TinyModel model, String card) {
        try (var reader = OnnxPlateReader.open(ModelFile.at(model.write(folder, "mine", card), "reader"), 1)) {
            return reader.read(new Image(40, 10, new byte[1200]), Quad.of(new Box(0, 0, 40, 10)));
        }
    }

    @ParameterizedTest
    @CsvSource({"BTC,logits", "TBC,logits", "BCT,logits", "BTC,softmax", "BCT,softmax", "TBC,log_softmax"})
    void ctc_outputs_of_any_layout_are_read(String axes, String activation) {
        var model =
                strip().constant("ctc", values(probabilities(FRAMES), axes, activation), shape(axes, FRAMES.length));
        var card = card(
                "\"layout\":\"ctc\",\"ctc\":\"ctc\",\"activation\":\"%s\",\"axes\":\"%s\"".formatted(activation, axes),
                "");
        assertReads(read(model, card));
    }

    @ParameterizedTest
    @CsvSource({"BTC,logits", "BCT,softmax"})
    void slots_are_read(String axes, String activation) {
        var model = strip().constant("out", values(probabilities(SLOTS), axes, activation), shape(axes, SLOTS.length));
        var card = card(
                "\"layout\":\"slots\",\"slots\":\"out\",\"activation\":\"%s\",\"axes\":\"%s\""
                        .formatted(activation, axes),
                "");
        Reading reading = read(model, card);
        assertReads(reading);
        assertThat(reading.confidence()).isCloseTo(Math.pow(SURE, 4), within(1e-4));
    }

    @Test
    void both_heads_together_are_read() {
        var model = strip().constant("ctc", values(probabilities(FRAMES), "BTC", "logits"), shape("BTC", FRAMES.length))
                .constant("slots", values(probabilities(SLOTS), "BTC", "logits"), shape("BTC", SLOTS.length));
        assertReads(read(
                model,
                card("\"layout\":\"ctc+slots\",\"ctc\":\"ctc\",\"slots\":\"slots\",\"activation\":\"logits\"", "")));
    }

    private static void assertReads(Reading reading) {
        assertThat(reading.text()).isEqualTo("A京B");
        assertThat(reading.characters()).extracting("character").containsExactly("A", "京", "B");
        assertThat(reading.weakestCharacter()).isBetween(0.8, 1.0);
        assertThat(reading.candidates().getFirst()).isEqualTo(new Candidate("A京B", reading.confidence()));
        assertThat(reading.lattice().length()).isEqualTo(3);
        assertThat(reading.lattice().alphabet()).containsExactly("A", "京", "B");
        for (int k = 0; k < 3; k++) {
            assertThat(reading.lattice().probability(k, k))
                    .isEqualTo(reading.characters().get(k).confidence());
        }
    }

    @Test
    void confidence_is_calibrated() {
        var model = strip().constant("out", values(probabilities(SLOTS), "BTC", "logits"), shape("BTC", SLOTS.length));
        var output = "\"layout\":\"slots\",\"slots\":\"out\",\"activation\":\"logits\"";
        double plain = read(model, card(output, "")).confidence();
        double wary = read(model, card(output, ",\"calibration\":{\"scale\":0.5,\"bias\":1}"))
                .confidence();
        assertThat(wary).isCloseTo(1 / (1 + Math.exp(-0.5 * Math.log(plain / (1 - plain)) - 1)), within(1e-9));
    }

    @Test
    void several_looks_that_all_doubt_a_text_make_it_surer_than_one_of_them() {
        var model = strip().constant("out", values(probabilities(SLOTS), "BTC", "logits"), shape("BTC", SLOTS.length));
        var output = "\"layout\":\"slots\",\"slots\":\"out\",\"activation\":\"logits\"";
        double plain = read(model, card(output, "")).confidence();
        Reading doubtful = read(model, card(output, ",\"calibration\":{\"scale\":0.5,\"bias\":-1}"));
        double odds = Math.exp(0.5 * Math.log(plain / (1 - plain)) - 1);
        assertThat(doubtful.text()).isEqualTo("A京B");
        assertThat(doubtful.confidence()).isCloseTo(3 * odds / (1 + 3 * odds), within(1e-9));
    }

    @Test
    void nothing_to_read_is_an_empty_text() {
        var model = strip().constant("ctc", values(probabilities(1, 1, 1), "BTC", "logits"), shape("BTC", 3));
        Reading reading = read(model, card("\"layout\":\"ctc\",\"ctc\":\"ctc\",\"activation\":\"logits\"", ""));
        assertThat(reading.text()).isEmpty();
        assertThat(reading.confidence()).isZero();
        assertThat(reading.candidates()).isEmpty();
        assertThat(reading.lattice().length()).isZero();
    }

    @Test
    void an_alphabet_that_does_not_fit_the_output_is_named() {
        var model = strip().constant("ctc", new float[5 * 9], 1, 5, 9);
        assertThatThrownBy(() -> read(model, card("\"layout\":\"ctc\",\"ctc\":\"ctc\",\"activation\":\"logits\"", "")))
                .isInstanceOf(ModelException.class)
                .hasMessageContainingAll("ctc [1, 5, 9]", "9 classes", "blank are 4");
    }

    @Test
    void fields_that_are_missing_are_named() {
        var model = strip().constant("ctc", new float[5 * 4], 1, 5, 4);
        assertThatThrownBy(() ->
                        read(model, card("\"layout\":\"ctc+slots\",\"ctc\":\"ctc\",\"activation\":\"logits\"", "")))
                .hasMessageContaining("field \"output.slots\" is missing");
        assertThatThrownBy(() -> read(model, card("\"layout\":\"ctc\",\"ctc\":\"ctc\"", "")))
                .hasMessageContaining("field \"output.activation\" is missing");
        assertThatThrownBy(() -> read(model, card("\"layout\":\"crnn\"", "")))
                .hasMessageContainingAll("output.layout", "slots", "crnn");
    }
}
