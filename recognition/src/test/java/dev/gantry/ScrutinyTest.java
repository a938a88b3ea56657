package dev.gantry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gantry.detect.Detection;
import dev.gantry.detect.PlateDetector;
import dev.gantry.image.Image;
import dev.gantry.plate.Box;
import dev.gantry.plate.Candidate;
import dev.gantry.plate.CharacterLattice;
import dev.gantry.plate.Quad;
import dev.gantry.plate.ReadCharacter;
import dev.gantry.plate.Reading;
import dev.gantry.read.Glance;
import dev.gantry.read.PlateReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ScrutinyTest {

    private static final Image PICTURE = new Image(400, 300, new byte[400 * 300 * 3]);

    private static final double THRESHOLD = 0.3;

    private static final Detection FIRST = detection(10, 0.6);

    /** How the detector sees the candidate in focus. */
    private Detection focused = detection(12, 0.8);

    private boolean outOfFocus;

    /** How sure the glance is; all effort makes of it {@link #SURER}. */
    private double glance = 0.5;

    private static final double SURER = 0.97;

    private final List<String> work = new ArrayList<>();

    private static Detection detection(double x, double score) {
        var box = new Box(x, 20, 100, 25);
        return new Detection(box, Quad.of(box), score);
    }

    private static Reading reading(double confidence) {
        String text = "AB123";
        return new Reading(
                text,
                confidence,
                text.chars()
                        .mapToObj(c -> new ReadCharacter(Character.toString(c), confidence))
                        .toList(),
                List.of(new Candidate(text, confidence)),
                CharacterLattice.unknown());
    }

    private final PlateDetector detector = new PlateDetector() {
        @Override
        public List<Detection> detect(Image image) {
            return List.of(FIRST);
        }

        @Override
        public Detection focus(Image image, Detection candidate) {
            work.add("focus");
            return focused;
        }

        @Override
        public boolean isOutOfFocus(Image image, Detection candidate) {
            return outOfFocus;
        }
    };

    private final PlateReader reader = new PlateReader() {
        @Override
        public Reading read(Image image, Quad plate) {
            throw new AssertionError("a scrutiny begins with a glance");
        }

        @Override
        public Glance glance(Image image, Quad candidate) {
            work.add("glance");
            return new Glance(reading(glance), others -> {
                work.add("read " + (1 + others.size()));
                return reading(SURER);
            });
        }
    };

    private Scrutiny.Heard read(Detection candidate) {
        var scrutiny = new Scrutiny(detector, reader, RecognizerOptions.defaults(), THRESHOLD);
        return scrutiny.read(PICTURE, candidate, null);
    }

    @Test
    void a_plate_that_is_seen_and_read_surely_costs_a_glance() {
        glance = 0.99;
        Detection sure = detection(10, 0.9);
        assertThat(read(sure).detection()).isEqualTo(sure);
        assertThat(work).containsExactly("glance");
    }

    @Test
    void what_nobody_could_read_costs_a_glance() {
        glance = 0.003;
        read(FIRST);
        assertThat(work).containsExactly("glance");
    }

    @Test
    void what_is_no_plate_by_a_glance_costs_no_more() {
        glance = 0.3;
        read(detection(10, THRESHOLD));
        assertThat(work).containsExactly("glance");
    }

    @Test
    void a_doubtful_text_is_read_from_both_places_and_told_at_the_surer_one() {
        Scrutiny.Heard heard = read(FIRST);
        assertThat(work).containsExactly("glance", "focus", "read 2");
        assertThat(heard.interpretation().reading().confidence()).isEqualTo(SURER);
        assertThat(heard.detection()).isEqualTo(new Detection(focused.box(), focused.quad(), 0.7));
    }

    @Test
    void a_doubtful_detection_is_looked_at_however_surely_its_text_is_read() {
        glance = 0.99;
        assertThat(read(detection(10, 0.4)).detection().score()).isCloseTo(0.6, within(1e-9));
        assertThat(work).as("its text is sure").containsExactly("glance", "focus");
    }

    @Test
    void a_candidate_of_which_nothing_is_seen_in_focus_loses_half_its_score() {
        focused = new Detection(FIRST.box(), FIRST.quad(), 0);
        Scrutiny.Heard heard = read(FIRST);
        assertThat(heard.detection()).isEqualTo(detection(10, 0.3));
        assertThat(work).as("no reading can save it").containsExactly("glance", "focus");
    }

    @Test
    void a_place_that_is_often_wrong_is_looked_at_however_sure_all_seem() {
        glance = 0.99;
        outOfFocus = true;
        read(detection(10, 0.9));
        assertThat(work).containsExactly("glance", "focus", "read 2");
    }

    @Test
    void a_detector_that_cannot_focus_leaves_one_view() {
        focused = FIRST;
        assertThat(read(FIRST).detection()).isEqualTo(FIRST);
        assertThat(work).containsExactly("glance", "focus", "read 1");
    }
}
