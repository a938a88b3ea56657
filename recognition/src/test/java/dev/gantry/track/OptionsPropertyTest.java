package dev.gantry.track;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.plate.Plate;
import dev.gantry.plate.Point;
import dev.gantry.plate.Rejection.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** Zones, sizes, line and gap, wherever they are set and whatever drives by. */
class OptionsPropertyTest {

    private static final String TEXT = "LS15EBC";

    private static Zone rectangle(double left, double top, double right, double bottom) {
        return new Zone(List.of(
                new Point(left, top), new Point(right, top), new Point(right, bottom), new Point(left, bottom)));
    }

    @Property(tries = 100)
    void aZoneHoldsWhatIsBetweenItsSides(
            @ForAll @DoubleRange(min = 0, max = 0.5) double left,
            @ForAll @DoubleRange(min = 0.1, max = 0.5) double width,
            @ForAll @DoubleRange(min = 0, max = 1) double x,
            @ForAll @DoubleRange(min = 0, max = 1) double y) {
        Zone zone = rectangle(left, 0.2, left + width, 0.7);
        boolean inside = x > left && x < left + width && y > 0.2 && y < 0.7;
        boolean near = Math.min(Math.abs(x - left), Math.abs(x - left - width)) < 1e-9
                || Math.min(Math.abs(y - 0.2), Math.abs(y - 0.7)) < 1e-9;

        assertThat(near || zone.contains(new Point(x, y)) == inside).isTrue();
    }

    @Property(tries = 60)
    void everyReadCountsOrHasAReason(@ForAll long seed) {
        var chance = new Random(seed);
        Zone include = rectangle(0.1, 0.1, 0.9, 0.9);
        Zone exclude = rectangle(0.4, 0.4, 0.6, 0.6);
        var drive = new Drive(TrackerOptions.defaults()
                .withZones(List.of(include), List.of(exclude))
                .withPlateHeights(15, 40));
        int reads = 0;
        int outside = 0;
        int small = 0;
        int large = 0;
        for (int frame = 0; frame < 40; frame++) {
            double x = 1000 * chance.nextDouble();
            double y = 1000 * chance.nextDouble();
            double width = 40 + 160 * chance.nextDouble();
            Plate plate = Drive.plate(TEXT, 0.95, x, y, width);
            drive.frame(plate);
            reads++;
            double height = plate.quad().height();
            Point place = new Point(x / Drive.SIDE, y / Drive.SIDE);
            if (height < 15) {
                small++;
            } else if (height > 40) {
                large++;
            } else if (!include.contains(place) || exclude.contains(place)) {
                outside++;
            }
        }

        int counted = drive.sightings().stream().mapToInt(Sighting::reads).sum();
        assertThat(drive.count(Reason.OUTSIDE)).isEqualTo(outside);
        assertThat(drive.count(Reason.TOO_SMALL)).isEqualTo(small);
        assertThat(drive.count(Reason.TOO_LARGE)).isEqualTo(large);
        assertThat(counted).isEqualTo(reads - outside - small - large);
    }

    @Property(tries = 60)
    void whoeverCrossesTheLineGoesInOrOut(
            @ForAll @DoubleRange(min = 0.2, max = 0.8) double where,
            @ForAll @DoubleRange(min = 25, max = 80) double speed) {
        Line up = new Line(new Point(where, 1), new Point(where, 0));
        Line down = new Line(up.to(), up.from());

        assertThat(direction(up, speed)).isEqualTo(Direction.IN);
        assertThat(direction(down, speed)).isEqualTo(Direction.OUT);
        assertThat(direction(up, -speed)).isEqualTo(Direction.OUT);
        assertThat(direction(new Line(new Point(where, 0), new Point(where, 0.2)), speed))
                .as("passes below its end")
                .isEqualTo(Direction.RIGHT);
    }

    private static @Nullable Direction direction(Line line, double speed) {
        var drive = new Drive(TrackerOptions.defaults().withLine(line));
        int frames = (int) (960 / Math.abs(speed));
        drive.frames(frames, Drive.plate(TEXT, 0.95, speed > 0 ? 20 : 980, 500), speed, 0);
        return drive.sightings().getFirst().direction();
    }

    @Property(tries = 40)
    void theGapDecidesWhetherASightingGoesOn(
            @ForAll @IntRange(min = 5, max = 60) int gap, @ForAll @IntRange(min = 4, max = 70) int away) {
        Assume.that(gap != away);
        var drive = new Drive(TrackerOptions.defaults().withGap(Duration.ofSeconds(gap)))
                .frames(5, Drive.plate(TEXT, 0.95, 100, 500), 40, 0)
                .empty(Duration.ofSeconds(away))
                .frames(5, Drive.plate(TEXT, 0.95, 700, 300), -40, 0);

        assertThat(drive.texts()).hasSize(away < gap ? 1 : 2);
    }

    @Property(tries = 30)
    void thePathIsTheWayOfThePlate(@ForAll long seed) {
        var chance = new Random(seed);
        var drive = new Drive();
        var way = new ArrayList<Point>();
        double x = 100;
        for (int frame = 0; frame < 20; frame++) {
            x += 20 + 20 * chance.nextDouble();
            way.add(new Point(x, 400 + 3 * frame));
            drive.frame(Drive.plate(TEXT, 0.9, x, 400 + 3 * frame));
        }

        Sighting sighting = drive.sightings().getFirst();
        assertThat(sighting.path()).hasSameSizeAs(way);
        for (int i = 0; i < way.size(); i++) {
            assertThat(sighting.path().get(i).quad().bounds().center().distanceTo(way.get(i)))
                    .isLessThan(1e-6);
        }
        assertThat(sighting.path())
                .anyMatch(point -> point.time().equals(sighting.best().time())
                        && point.quad().equals(sighting.best().plate().quad()));
        assertThat(sighting.kept())
                .isNotEmpty()
                .allMatch(read -> read.plate().text().equals(TEXT));
    }
}
