package dev.gantry.track;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.plate.Plate;
import dev.gantry.track.SightingEvent.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever reads come, events are in order, sightings do not repeat, and the same reads give the same sightings. */
class TrackingPropertyTest {

    private static final List<String> TEXTS = List.of("LS15EBC", "AB62XYZ", "15EBC", "L515EBC", "080437", "");

    @Property(tries = 60)
    void anyReadsGiveOrderlyEvents(@ForAll long seed) {
        Drive drive = drive(seed);
        drive.sightings();

        var kinds = new HashMap<Long, List<Kind>>();
        for (SightingEvent event : drive.events()) {
            kinds.computeIfAbsent(event.sighting().id(), _ -> new ArrayList<>()).add(event.kind());
            assertThat(event.sighting().lastSeen()).isBetween(event.sighting().firstSeen(), event.time());
            assertThat(event.sighting().confidence()).isBetween(0.0, 1.0);
        }
        for (List<Kind> one : kinds.values()) {
            assertThat(one.getFirst()).isEqualTo(Kind.SEEN);
            assertThat(one.getLast()).isEqualTo(Kind.CLOSED);
            assertThat(one)
                    .filteredOn(kind -> kind == Kind.SEEN || kind == Kind.CLOSED)
                    .hasSize(2);
        }
    }

    @Property(tries = 20)
    void theSameReadsGiveTheSameEvents(@ForAll long seed) {
        Drive first = drive(seed);
        Drive second = drive(seed);
        first.sightings();
        second.sightings();

        assertThat(second.events()).isEqualTo(first.events());
        assertThat(second.reasons()).isEqualTo(first.reasons());
    }

    /** Some vehicles on a random walk, read well or badly, now and then not at all. */
    private static Drive drive(long seed) {
        var chance = new Random(seed);
        var drive = new Drive();
        int vehicles = 1 + chance.nextInt(4);
        var x = new double[vehicles];
        for (int frame = 0; frame < 80; frame++) {
            var plates = new ArrayList<Plate>();
            for (int i = 0; i < vehicles; i++) {
                x[i] += chance.nextDouble() * 60 * i;
                if (chance.nextInt(4) > 0) {
                    String text = TEXTS.get(chance.nextInt(10) == 0 ? chance.nextInt(TEXTS.size()) : i);
                    plates.add(Drive.plate(text, 0.05 + 0.94 * chance.nextDouble(), x[i] % 1000, 150 + 200 * i));
                }
            }
            drive.frame(plates.toArray(Plate[]::new));
        }
        return drive;
    }
}
