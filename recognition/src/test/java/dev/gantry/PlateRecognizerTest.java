package dev.gantry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.gantry.detect.Detection;
import dev.gantry.image.Image;
import dev.gantry.model.ModelException;
import dev.gantry.plate.Box;
import dev.gantry.plate.Candidate;
import dev.gantry.plate.CharacterLattice;
import dev.gantry.plate.Plate;
import dev.gantry.plate.Quad;
import dev.gantry.plate.ReadCharacter;
import dev.gantry.plate.Reading;
import dev.gantry.plate.Recognition;
import dev.gantry.plate.Rejection.Reason;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PlateRecognizerTest {

    private static final Image PICTURE = new Image(400, 300, new byte[400 * 300 * 3]);

    private final List<Detection> detections = new ArrayList<>();
    private final Map<Quad, Reading> readings = new HashMap<>();

    private void plate(Box box, double score, String text, double... characters) {
        var quad = Quad.of(box);
        detections.add(new Detection(box, quad, score));
        var read = new ArrayList<ReadCharacter>();
        double confidence = 1;
        for (int i = 0; i < text.length(); i++) {
            double certainty = characters[Math.min(i, characters.length - 1)];
            read.add(new ReadCharacter(text.substring(i, i + 1), certainty));
            confidence *= certainty;
        }
        var lattice = new CharacterLattice(List.of(), List.of());
        readings.put(quad, new Reading(text, confidence, read, List.of(new Candidate(text, confidence)), lattice));
    }

    private Recognition analyze(RecognizerOptions options) {
        try (var recognizer = PlateRecognizer.of(
                _ -> detections,
                (_, quad) -> Objects.requireNonNull(readings.get(quad), "read what was not given"),
                options)) {
            return recognizer.analyze(PICTURE);
        }
    }

    private Recognition analyze() {
        return analyze(RecognizerOptions.defaults());
    }

    private void assertRejected(Reason reason, String... detail) {
        Recognition found = analyze();
        assertThat(found.plates()).isEmpty();
        assertThat(found.rejected()).singleElement().satisfies(one -> {
            assertThat(one.reason()).isEqualTo(reason);
            assertThat(one.detail()).contains(detail);
        });
    }

    @Test
    void a_good_candidate_becomes_a_plate() {
        plate(new Box(10, 20, 100, 25), 0.9, "AB123", 0.99);
        Recognition found = analyze();
        assertThat(found.width()).isEqualTo(400);
        assertThat(found.height()).isEqualTo(300);
        assertThat(found.rejected()).isEmpty();
        assertThat(found.plates()).singleElement().satisfies(one -> {
            assertThat(one.text()).isEqualTo("AB123");
            assertThat(one.box()).isEqualTo(new Box(10, 20, 100, 25));
            assertThat(one.detectionScore()).isEqualTo(0.9);
            assertThat(one.characters()).hasSize(5);
            assertThat(one.region()).isNull();
        });
    }

    @Test
    void the_most_confident_comes_first() {
        plate(new Box(10, 20, 100, 25), 0.9, "AB123", 0.9);
        plate(new Box(10, 120, 100, 25), 0.5, "CD456", 0.99);
        assertThat(analyze().plates()).extracting(Plate::text).containsExactly("CD456", "AB123");
    }

    @Test
    void a_candidate_of_few_pixels_is_not_read() {
        plate(new Box(10, 20, 30, 6), 0.9, "AB123", 0.99);
        readings.clear();
        assertRejected(Reason.TOO_SMALL, "6 px", "8");
    }

    @Test
    void too_few_characters_are_no_plate() {
        plate(new Box(10, 20, 100, 25), 0.9, "A", 0.99);
        assertRejected(Reason.UNREADABLE, "1 characters", "2");
    }

    @Test
    void an_unreadable_character_is_too_many() {
        plate(new Box(10, 20, 100, 25), 0.9, "AB123", 0.99, 0.05, 0.99);
        assertRejected(Reason.LOW_CONFIDENCE, "0.05", "0.10");
    }

    @Test
    void a_text_of_which_nothing_is_known_is_no_plate() {
        plate(new Box(10, 20, 100, 25), 0.9, "AB12345678", 0.6);
        assertRejected(Reason.LOW_CONFIDENCE, "confidence 0.01", "0.02");
    }

    @Test
    void a_sure_candidate_is_reported_even_where_its_text_is_doubtful() {
        plate(new Box(10, 20, 100, 25), 0.9, "AB12345678", 0.8);
        assertThat(analyze().plates())
                .singleElement()
                .satisfies(one -> assertThat(one.confidence()).isLessThan(0.2));
    }

    @Test
    void an_unlikely_candidate_is_not_read() {
        plate(new Box(10, 20, 100, 25), 0.2, "AB123", 0.99);
        readings.clear();
        assertRejected(Reason.LOW_CONFIDENCE, "0.20", "0.30");
    }

    @Test
    void a_weak_candidate_needs_a_sure_reading() {
        plate(new Box(10, 20, 100, 25), 0.4, "AB123", 0.8);
        assertRejected(Reason.LOW_CONFIDENCE, "plate formats", "0.23", "0.50");
    }

    @Test
    void a_sure_reading_saves_a_weak_candidate() {
        plate(new Box(10, 20, 100, 25), 0.4, "AB123", 0.99);
        assertThat(analyze().plates()).extracting(Plate::text).containsExactly("AB123");
    }

    @Test
    void a_short_word_on_a_weak_candidate_is_no_plate() {
        plate(new Box(10, 20, 100, 25), 0.4, "TDI", 0.99);
        assertRejected(Reason.LOW_CONFIDENCE, "plate formats", "0.50");
    }

    @Test
    void a_word_needs_a_surer_detection_than_a_text_that_a_plate_may_have() {
        plate(new Box(10, 20, 100, 25), 0.48, "KENYUSAA", 0.95);
        plate(new Box(10, 120, 100, 25), 0.48, "AB12CDE", 0.95);
        assertThat(analyze().plates()).extracting(Plate::text).containsExactly("AB12CDE");
        detections.replaceAll(one -> new Detection(one.box(), one.quad(), 0.7));
        assertThat(analyze().plates()).hasSize(2);
    }

    @Test
    void without_formats_a_word_is_as_good_as_any_text() {
        plate(new Box(10, 20, 100, 25), 0.55, "KENYUSAA", 0.95);
        plate(new Box(10, 120, 100, 25), 0.55, "AB12CDEF", 0.95);
        assertThat(analyze(RecognizerOptions.defaults().withFormats(false)).plates())
                .hasSize(2);
    }

    @Test
    void of_a_plate_cut_in_pieces_the_whole_stays() {
        plate(new Box(10, 20, 60, 25), 0.9, "AB12", 0.99);
        plate(new Box(10, 20, 100, 25), 0.5, "AB12345", 0.93);
        plate(new Box(60, 20, 50, 25), 0.8, "x", 0.99);
        Recognition found = analyze();
        assertThat(found.plates()).extracting(Plate::text).containsExactly("AB12345");
        assertThat(found.rejected())
                .extracting("text", "reason")
                .containsExactly(tuple("AB12", Reason.DUPLICATE), tuple("x", Reason.DUPLICATE));
    }

    @Test
    void neighbours_are_both_kept() {
        plate(new Box(10, 20, 100, 25), 0.9, "AB123", 0.99);
        plate(new Box(105, 20, 100, 25), 0.9, "CD456", 0.99);
        assertThat(analyze().plates()).hasSize(2);
    }

    @Test
    void reading_has_a_bound() {
        for (int i = 0; i < 5; i++) {
            plate(new Box(10, 40 * i, 100, 25), 0.9, "AB12" + i, 0.99);
        }
        Recognition found = analyze(RecognizerOptions.defaults().withMaxPlates(3));
        assertThat(found.plates()).hasSize(3);
        assertThat(found.rejected())
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.detail()).contains("3 likelier"));
    }

    @Test
    void options_move_the_bars() {
        plate(new Box(10, 20, 30, 6), 0.25, "A1", 0.35);
        var lenient = RecognizerOptions.defaults()
                .withMinDetectionScore(0.1)
                .withMinPlateHeight(4)
                .withMinCharacters(1)
                .withMinCharacterConfidence(0.3)
                .withMinConfidence(0.1);
        assertThat(analyze(lenient).plates()).hasSize(1);
    }

    @Test
    void options_that_make_no_sense_are_named() {
        assertThatThrownBy(() -> RecognizerOptions.defaults().withMinConfidence(1.5))
                .hasMessageContainingAll("minConfidence", "1.5");
        assertThatThrownBy(() -> RecognizerOptions.defaults().withThreads(0)).hasMessageContainingAll("threads", "0");
    }

    @Test
    void a_model_that_is_not_there_is_named() {
        var options = RecognizerOptions.defaults().withDetectorModel(Path.of("nowhere", "mine.onnx"));
        assertThatThrownBy(() -> PlateRecognizer.create(options))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("mine.onnx");
    }
}
