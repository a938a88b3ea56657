package dev.gantry.track;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.PlateRecognizer;
import dev.gantry.grammar.PlateGrammar;
import dev.gantry.image.Image;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The shipped models on clips that the project draws, five frames a second: from pixels to sightings. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RenderedClipsTest {

    private static final Duration STEP = Duration.ofMillis(200);

    private PlateRecognizer recognizer;
    private int looks;

    @BeforeAll
    void load() {
        recognizer = PlateRecognizer.create();
    }

    @AfterAll
    void close() {
        recognizer.close();
    }

    @Test
    void twoCarsThatCross() {
        var clip = new Clip(false);
        Clip.Car one = clip.car("LS15EBC", 1);
        Clip.Car other = clip.car("AB62XYZ", 2);

        List<Sighting> sightings =
                sightings(clip, 18, i -> List.of(one.at(180 + 55 * i, 330, 130), other.at(1100 - 55 * i, 470, 130)));

        assertThat(sightings).extracting(Sighting::text).containsExactlyInAnyOrder("LS15EBC", "AB62XYZ");
        assertThat(sightings)
                .extracting(Sighting::direction)
                .containsExactlyInAnyOrder(Direction.RIGHT, Direction.LEFT);
    }

    @Test
    void aCarThatIsHiddenForASecond() {
        var clip = new Clip(false);
        Clip.Car car = clip.car("LS15EBC", 1);

        List<Sighting> sightings =
                sightings(clip, 18, i -> i >= 7 && i < 12 ? List.of() : List.of(car.at(200 + 40 * i, 400, 130)));

        assertThat(sightings).singleElement().satisfies(sighting -> {
            assertThat(sighting.text()).isEqualTo("LS15EBC");
            assertThat(sighting.firstSeen()).isZero();
            assertThat(sighting.lastSeen()).isEqualTo(STEP.multipliedBy(17));
        });
    }

    @Test
    void aCarThatPassesAParkedOne() {
        var clip = new Clip(false);
        Clip.Car parked = clip.car("LS15EBC", 1);
        Clip.Car passing = clip.car("AB62XYZ", 2);

        List<Sighting> sightings = sightings(
                clip,
                70,
                i -> i < 55
                        ? List.of(parked.at(300, 250, 120))
                        : List.of(parked.at(300, 250, 120), passing.at(200 + 60 * (i - 55), 560, 150)));

        assertThat(sightings).extracting(Sighting::text).containsExactly("LS15EBC", "AB62XYZ");
        assertThat(looks).as("frames that were looked at").isLessThan(35);
    }

    @Test
    void aCarThatWaitsForHalfAMinute() {
        var clip = new Clip(false);
        Clip.Car car = clip.car("LS15EBC", 1);

        List<Sighting> sightings = sightings(
                clip, 170, i -> List.of(car.at(200 + 40 * (Math.min(i, 10) + Math.max(0, i - 160)), 400, 130)));

        assertThat(sightings).singleElement().satisfies(sighting -> {
            assertThat(sighting.text()).isEqualTo("LS15EBC");
            assertThat(sighting.lastSeen()).isEqualTo(STEP.multipliedBy(169));
        });
        assertThat(looks).as("frames that were looked at").isLessThan(45);
    }

    @Test
    void aPlateOfTwoLines() {
        var clip = new Clip(false);
        Clip.Car car = clip.carWithTwoLines("LS15EBC", 4);

        List<Sighting> sightings = sightings(clip, 12, i -> List.of(car.at(300 + 30 * i, 400, 110)));

        assertThat(sightings).extracting(Sighting::text).containsExactly("LS15EBC");
    }

    @Test
    void aCarThatComesNearerAtNight() {
        var clip = new Clip(true);
        Clip.Car car = clip.car("LS15EBC", 3);

        List<Sighting> sightings =
                sightings(clip, 14, i -> List.of(car.at(640 - 10 * i, 300 + 12 * i, 70 * Math.pow(1.07, i))));

        assertThat(sightings).singleElement().satisfies(sighting -> {
            assertThat(sighting.text()).isEqualTo("LS15EBC");
            assertThat(sighting.direction()).isEqualTo(Direction.APPROACHING);
        });
    }

    @Test
    void aStreetWithoutCars() {
        assertThat(sightings(new Clip(false), 5, _ -> List.of())).isEmpty();
    }

    private List<Sighting> sightings(Clip clip, int frames, Clip.Script script) {
        var tracker = new PlateTracker(TrackerOptions.defaults(), PlateGrammar.shipped());
        var gate = new MotionGate(List.of());
        var events = new ArrayList<SightingEvent>();
        looks = 0;
        for (int i = 0; i < frames; i++) {
            Duration time = STEP.multipliedBy(i);
            Image frame = clip.frame(script.cars(i), i);
            if (gate.opensFor(time, frame)) {
                looks++;
                events.addAll(tracker.track(FrameReads.of(time, frame, recognizer.analyzeFrame(frame, gate.closeUps())))
                        .events());
            } else {
                events.addAll(tracker.still(time).events());
            }
        }
        events.addAll(tracker.finish().events());
        return events.stream()
                .filter(event -> event.kind() == SightingEvent.Kind.CLOSED)
                .map(SightingEvent::sighting)
                .toList();
    }
}
