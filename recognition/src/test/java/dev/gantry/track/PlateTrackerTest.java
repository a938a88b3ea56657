package dev.gantry.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gantry.plate.Plate;
import dev.gantry.plate.Point;
import dev.gantry.plate.Rejection.Reason;
import dev.gantry.track.SightingEvent.Kind;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlateTrackerTest {

    /** British, so that it fits a format. */
    private static final String ONE = "LS15EBC";

    private static final String OTHER = "AB62XYZ";

    private static Plate plate(String text, double x, double y) {
        return Drive.plate(text, 0.95, x, y);
    }

    @Test
    void makesOneSightingOfAllReadsOfAPass() {
        var drive = new Drive().frames(10, plate(ONE, 200, 500), 40, 0).empty(Duration.ofSeconds(50));

        assertThat(drive.kinds()).containsExactly(Kind.SEEN, Kind.LEFT, Kind.CLOSED);
        Sighting sighting = drive.sightings().getFirst();
        assertThat(sighting.id()).isEqualTo(1);
        assertThat(sighting.text()).isEqualTo(ONE);
        assertThat(sighting.region()).isEqualTo("gb");
        assertThat(sighting.confidence()).isBetween(0.99, 1.0);
        assertThat(sighting.reads()).isEqualTo(10);
        assertThat(sighting.firstSeen()).isZero();
        assertThat(sighting.lastSeen()).isEqualTo(Duration.ofMillis(1800));
        assertThat(sighting.path()).hasSize(10);
        assertThat(sighting.direction()).isEqualTo(Direction.RIGHT);
        assertThat(sighting.kept()).extracting(read -> read.plate().text()).containsOnly(ONE);
    }

    @Test
    void reportsEarlyCorrectsAndSaysWhenTheVehicleHasLeft() {
        var drive = new Drive();
        drive.frames(3, Drive.plate("L515EBC", 0.95, 300, 400), 30, 0);
        assertThat(drive.kinds()).containsExactly(Kind.SEEN);

        drive.frames(6, Drive.plate(ONE, 0.99, 390, 400), 30, 0).empty(Duration.ofSeconds(4));

        assertThat(drive.kinds()).containsExactly(Kind.SEEN, Kind.CORRECTED, Kind.LEFT);
        assertThat(drive.events().get(1).sighting().text()).isEqualTo(ONE);
        assertThat(drive.events().get(2).sighting().best().plate().text()).isEqualTo(ONE);
        assertThat(drive.events().get(2).sighting().best().time())
                .isBetween(Duration.ofMillis(600), Duration.ofMillis(1600));
    }

    @Test
    void outvotesSingleMisreads() {
        var drive = new Drive();
        for (int i = 0; i < 12; i++) {
            drive.frame(Drive.plate(i % 4 == 2 ? "LS16EBC" : ONE, 0.9, 200 + 30 * i, 500));
        }

        assertThat(drive.texts()).containsExactly(ONE);
    }

    @Test
    void takesACutOffPlateForAPartOfTheWholeOne() {
        var drive = new Drive()
                .frames(2, Drive.plate("5EBC", 0.97, 20, 500), 25, 0)
                .frames(2, Drive.plate("15EBC", 0.97, 70, 500), 25, 0)
                .frames(5, plate(ONE, 130, 500), 25, 0);

        assertThat(drive.texts()).containsExactly(ONE);
    }

    @Test
    void keepsTwoCrossingCarsApart() {
        var drive = new Drive();
        for (int i = 0; i < 20; i++) {
            Plate right = plate(ONE, 100 + 40 * i, 500);
            Plate left = plate(OTHER, 900 - 40 * i, 505);
            if (i == 10) { // one hides the other
                drive.frame(right);
            } else {
                drive.frame(right, left);
            }
        }

        List<Sighting> sightings = drive.sightings();
        assertThat(sightings).extracting(Sighting::text).containsExactlyInAnyOrder(ONE, OTHER);
        assertThat(sightings).extracting(Sighting::reads).containsExactlyInAnyOrder(20, 19);
        assertThat(sightings)
                .extracting(Sighting::direction)
                .containsExactlyInAnyOrder(Direction.RIGHT, Direction.LEFT);
    }

    @Test
    void followsACarThatIsHiddenForASecond() {
        var drive = new Drive()
                .frames(6, plate(ONE, 100, 500), 40, 0)
                .empty(Duration.ofSeconds(1))
                .frames(6, plate(ONE, 540, 500), 40, 0);

        assertThat(drive.texts()).containsExactly(ONE);
        assertThat(drive.kinds()).containsExactly(Kind.SEEN, Kind.LEFT, Kind.CLOSED);
    }

    @Test
    void continuesTheSightingOfAVehicleThatComesBackInTime() {
        var drive = new Drive()
                .frames(5, plate(ONE, 100, 500), 40, 0)
                .empty(Duration.ofSeconds(40))
                .frames(5, plate(ONE, 800, 300), -40, 0);

        assertThat(drive.texts()).containsExactly(ONE);
        assertThat(drive.kinds()).containsExactly(Kind.SEEN, Kind.LEFT, Kind.RETURNED, Kind.LEFT, Kind.CLOSED);
        assertThat(drive.events().getLast().sighting().reads()).isEqualTo(10);
    }

    @Test
    void beginsANewSightingAfterTheGap() {
        var drive = new Drive()
                .frames(5, plate(ONE, 100, 500), 40, 0)
                .empty(Duration.ofSeconds(50))
                .frames(5, plate(ONE, 100, 500), 40, 0);

        assertThat(drive.sightings()).extracting(Sighting::id).containsExactly(1L, 2L);
    }

    @Test
    void tellsCarsApartThatDifferInOneCharacter() {
        var drive = new Drive()
                .frames(6, plate("AB12CDE", 100, 500), 60, 0)
                .empty(Duration.ofSeconds(1))
                .frames(6, plate("AB12CDF", 100, 500), 60, 0);

        assertThat(drive.texts()).containsExactly("AB12CDE", "AB12CDF");
    }

    @Test
    void reportsAParkedCarOnceAndStillSeesTheOneThatPassesIt() {
        var drive = new Drive();
        for (int i = 0; i < 300; i++) {
            Plate parked = plate(ONE, 300, 500);
            if (i >= 200 && i < 220) {
                drive.frame(parked, plate(OTHER, 100 + 40 * (i - 200), 620));
            } else {
                drive.frame(parked);
            }
        }

        List<Sighting> sightings = drive.sightings();
        assertThat(sightings).extracting(Sighting::text).containsExactly(ONE, OTHER);
        assertThat(drive.kinds().stream().filter(kind -> kind == Kind.SEEN)).hasSize(2);
        assertThat(drive.reasons()).containsExactly(Reason.PARKED);
        assertThat(sightings.getFirst().direction()).isNull();
        assertThat(sightings.getFirst().path()).hasSizeLessThan(4);
        assertThat(sightings.getFirst().lastSeen()).isEqualTo(Drive.STEP.multipliedBy(299));
    }

    @Test
    void reportsACarThatStopsInFrontOfAParkedOne() {
        var drive = new Drive().frames(100, plate(ONE, 300, 500), 0, 0);
        for (int i = 0; i < 40; i++) {
            drive.frame(plate(OTHER, Math.max(310, 700 - 40 * i), 520)); // hides the parked one from the first frame on
        }
        drive.frames(20, plate(ONE, 300, 500), 0, 0);

        assertThat(drive.texts()).containsExactly(ONE, OTHER);
    }

    @Test
    void aParkedCarThatIsNotFoundForAWhileIsNoNewOne() {
        var drive = new Drive()
                .frames(100, plate(ONE, 300, 500), 0, 0)
                .empty(Duration.ofMinutes(2))
                .frames(20, plate(ONE, 300, 500), 0, 0);

        assertThat(drive.texts()).containsExactly(ONE);
    }

    @Test
    void aCarThatWaitsIsOneSighting() {
        var drive = new Drive()
                .frames(5, plate(ONE, 100, 500), 40, 0)
                .still(Duration.ofSeconds(30))
                .frames(5, plate(ONE, 300, 500), 40, 0);

        Sighting sighting = drive.sightings().getFirst();
        assertThat(drive.kinds()).containsExactly(Kind.SEEN, Kind.LEFT, Kind.CLOSED);
        assertThat(sighting.lastSeen()).isEqualTo(Duration.ofMillis(200 * 4 + 30_000 + 1000));
    }

    @Test
    void nothingIsNewInTheSamePixels() {
        var moving = new Drive().frames(20, Drive.plate(ONE, 0.6, 100, 500), 30, 0);
        var standing = new Drive().frames(20, Drive.plate(ONE, 0.6, 100, 500), 0, 0);
        var surer = new Drive().frames(20, Drive.plate(ONE, 0.85, 100, 500), 0, 0);

        assertThat(moving.sightings().getFirst().confidence()).isGreaterThan(0.9);
        assertThat(standing.sightings()).as("no surer than a single read of it").isEmpty();
        assertThat(surer.sightings().getFirst().confidence()).isCloseTo(0.85, within(0.1));
    }

    @Test
    void whatIsNeverReadSurelyIsRejected() {
        var drive = new Drive().frames(5, Drive.plate(ONE, 0.2, 100, 500), 1, 0).empty(Duration.ofSeconds(5));

        assertThat(drive.sightings()).isEmpty();
        assertThat(drive.reasons()).containsExactly(Reason.LOW_CONFIDENCE);
    }

    @Test
    void oneReadIsEnoughWhenItIsSure() {
        assertThat(new Drive().frame(plate(ONE, 500, 500)).texts()).containsExactly(ONE);
        assertThat(new Drive().frame(Drive.plate(ONE, 0.7, 500, 500)).texts()).isEmpty();
    }

    @Test
    void learnsTheCamerasName() {
        var drive = new Drive();
        for (int i = 0; i < 50; i++) {
            drive.frame(plate("CAMERA01GATE", 100, 50), plate(ONE, 100 + 15 * i, 500));
        }

        assertThat(drive.texts()).containsExactly(ONE);
        assertThat(drive.reasons()).contains(Reason.STATIC);
        assertThat(drive.tracker().staticTexts()).singleElement().satisfies(text -> {
            assertThat(text.text()).isEqualTo("CAMERA01GATE");
            assertThat(text.reads()).isEqualTo(50);
            assertThat(text.box().center()).isEqualTo(new Point(100, 50));
            assertThat(text.mask().corners())
                    .containsExactly(
                            new Point(0.038, 0.026),
                            new Point(0.162, 0.026),
                            new Point(0.162, 0.074),
                            new Point(0.038, 0.074));
        });
    }

    @Test
    void forgetsBurntInTextsWhenThePictureChangesItsSize() {
        var drive = new Drive().frames(20, plate("CAMERA01GATE", 100, 50), 0, 0);
        assertThat(drive.tracker().staticTexts()).hasSize(1);

        drive.tracker().track(new FrameReads(Duration.ofMinutes(1), 500, 500, List.of(), List.of()));

        assertThat(drive.tracker().staticTexts()).isEmpty();
    }

    @Test
    void aSignThatIsReadNowAndThenIsNoVehicle() {
        var drive = new Drive();
        for (int i = 0; i < 10; i++) {
            drive.frame(plate("CAMERA01GATE", 100, 50)).empty(Duration.ofSeconds(5));
        }

        assertThat(drive.texts()).isEmpty();
        assertThat(drive.reasons()).containsExactly(Reason.STATIC);
    }

    @Test
    void aVehicleThatFitsNoFormatIsOneWhenItMoves() {
        assertThat(new Drive().frames(4, plate("CAMERA01GATE", 100, 500), 40, 0).texts())
                .containsExactly("CAMERA01GATE");
    }

    @Test
    void learnsAClock() {
        var drive = new Drive();
        for (int i = 0; i < 50; i++) {
            drive.frame(plate("0804%02d".formatted(10 + i / 5), 100, 50));
        }

        assertThat(drive.texts()).isEmpty();
        assertThat(drive.tracker().staticTexts()).hasSize(1);
    }

    @Test
    void suggestsToLeaveOutWhatNeverMoves() {
        var drive = new Drive()
                .frames(10, plate(ONE, 100, 50), 0, 0)
                .still(Duration.ofMinutes(11))
                .frames(1, plate(ONE, 100, 50), 0, 0);

        assertThat(drive.tracker().staticTexts()).extracting(StaticText::text).containsExactly(ONE);
        assertThat(drive.texts()).containsExactly(ONE);
    }

    @Test
    void looksOnlyWhereItShall() {
        var left = new Zone(List.of(new Point(0, 0), new Point(0.5, 0), new Point(0.5, 1), new Point(0, 1)));
        var top = new Zone(List.of(new Point(0, 0), new Point(1, 0), new Point(1, 0.2), new Point(0, 0.2)));
        var drive = new Drive(TrackerOptions.defaults().withZones(List.of(left), List.of(top)))
                .frames(3, plate("AA11AAA", 300, 500), 0, 0)
                .frames(3, plate("BB22BBB", 700, 500), 0, 0)
                .frames(3, plate("CC33CCC", 300, 100), 0, 0);

        assertThat(drive.texts()).containsExactly("AA11AAA");
        assertThat(drive.reasons()).containsExactly(Reason.OUTSIDE);
    }

    @Test
    void looksOnlyAtPlatesOfTheRightSize() {
        var drive = new Drive(TrackerOptions.defaults().withPlateHeights(20, 40))
                .frames(3, Drive.plate("AA11AAA", 0.95, 300, 500, 100), 0, 0)
                .frames(3, Drive.plate("BB22BBB", 0.95, 300, 500, 50), 0, 0)
                .frames(3, Drive.plate("CC33CCC", 0.95, 300, 500, 300), 0, 0);

        assertThat(drive.texts()).containsExactly("AA11AAA");
        assertThat(drive.reasons()).containsExactly(Reason.TOO_SMALL, Reason.TOO_LARGE);
    }

    @Test
    void theSamePlateTwiceInAFrameIsOne() {
        var drive = new Drive();
        for (int i = 0; i < 10; i++) {
            drive.frame(plate(ONE, 100 + 30 * i, 500), Drive.plate(ONE, 0.8, 100 + 30 * i, 800)); // on the wet road
        }

        assertThat(drive.texts()).containsExactly(ONE);
        assertThat(drive.reasons()).containsExactly(Reason.DUPLICATE);
    }

    @Test
    void tellsTheDirection() {
        assertThat(direction(new Drive(), 1.1, 0)).isEqualTo(Direction.APPROACHING);
        assertThat(direction(new Drive(), 0.9, 0)).isEqualTo(Direction.RECEDING);
        assertThat(direction(new Drive(), 1, -40)).isEqualTo(Direction.LEFT);
        assertThat(direction(new Drive(), 1, 40)).isEqualTo(Direction.RIGHT);
        assertThat(direction(new Drive(), 1, 0)).isNull();
    }

    @ParameterizedTest
    @ValueSource(doubles = {40, -40})
    void tellsWhichWayTheLineIsCrossed(double dx) {
        var upwards = new Line(new Point(0.5, 1), new Point(0.5, 0));
        var drive = new Drive(TrackerOptions.defaults().withLine(upwards));

        assertThat(direction(drive, 1.1, dx)).isEqualTo(dx > 0 ? Direction.IN : Direction.OUT);
    }

    @Test
    void aPlateThatTremblesOnTheLineDoesNotCrossIt() {
        var drive = new Drive(TrackerOptions.defaults().withLine(new Line(new Point(0.5, 1), new Point(0.5, 0))));
        for (int i = 0; i < 8; i++) {
            drive.frame(plate(ONE, 300 + 25 * i, 500));
        }
        for (int i = 0; i < 21; i++) {
            drive.frame(plate(ONE, i % 2 == 0 ? 498 : 502, 500));
        }

        assertThat(drive.sightings().getFirst().direction()).isEqualTo(Direction.RIGHT);
    }

    @Test
    void aPlateThatIsSeenExactlyOnTheLineHasCrossedItAfterwards() {
        var drive = new Drive(TrackerOptions.defaults().withLine(new Line(new Point(0.5, 1), new Point(0.5, 0))));

        assertThat(drive.frames(9, plate(ONE, 300, 500), 50, 0)
                        .sightings()
                        .getFirst()
                        .direction())
                .isEqualTo(Direction.IN);
    }

    private static @Nullable Direction direction(Drive drive, double growth, double dx) {
        for (int i = 0; i < 10; i++) {
            drive.frame(Drive.plate(ONE, 0.95, 500 + dx * (i - 4.5), 500, 100 * Math.pow(growth, i)));
        }
        return drive.sightings().getFirst().direction();
    }

    @Test
    void keepsTheFramesThatMayYetBeTheBest() {
        var drive = new Drive().frames(40, plate(ONE, 100, 500), 15, 0);

        assertThat(drive.tracker().framesInUse()).hasSizeBetween(1, 3);
        assertThat(drive.tracker().framesInUse())
                .contains(drive.sightings().getFirst().best().time());
    }

    @Test
    void keepsOneFrameOfAVehicleThatHasLeft() {
        var drive = new Drive();
        for (int i = 0; i < 12; i++) {
            drive.frame(Drive.plate(i % 4 == 2 ? "LS16EBC" : ONE, 0.9, 200 + 30 * i, 500));
        }
        assertThat(drive.tracker().framesInUse()).hasSize(2);

        drive.empty(Duration.ofSeconds(4));

        assertThat(drive.tracker().framesInUse())
                .containsExactly(drive.events().getLast().sighting().best().time());
    }

    @Test
    void refusesFramesFromThePast() {
        var tracker = new PlateTracker(TrackerOptions.defaults(), null);
        tracker.still(Duration.ofSeconds(2));

        assertThatThrownBy(() -> tracker.still(Duration.ofSeconds(1))).isInstanceOf(IllegalArgumentException.class);
    }
}
