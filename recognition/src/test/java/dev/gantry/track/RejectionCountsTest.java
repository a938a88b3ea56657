package dev.gantry.track;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.plate.Box;
import dev.gantry.plate.Quad;
import dev.gantry.plate.Rejection;
import dev.gantry.plate.Rejection.Reason;
import dev.gantry.track.RejectionCounts.Count;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RejectionCountsTest {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private final RejectionCounts counts = new RejectionCounts();

    private static Rejection rejection(Reason reason) {
        var box = new Box(0, 0, 10, 5);
        return new Rejection(box, Quad.of(box), 0.5, reason, "", "");
    }

    @Test
    void countsByHourAndReason() {
        counts.add(NOON, List.of(rejection(Reason.BLURRED), rejection(Reason.PARKED), rejection(Reason.BLURRED)));
        counts.add(NOON.plus(Duration.ofMinutes(59)), List.of(rejection(Reason.BLURRED)));
        counts.add(NOON.plus(Duration.ofMinutes(60)), List.of(rejection(Reason.STATIC)));

        assertThat(counts.drain())
                .containsExactly(
                        new Count(NOON, Reason.BLURRED, 3),
                        new Count(NOON, Reason.PARKED, 1),
                        new Count(NOON.plus(Duration.ofHours(1)), Reason.STATIC, 1));
    }

    @Test
    void tellsEachCountOnce() {
        counts.add(NOON, List.of(rejection(Reason.OUTSIDE)));
        counts.drain();
        counts.add(NOON, List.of());

        assertThat(counts.drain()).isEmpty();
    }

    @Test
    void forgetsTheOldestHoursWhenNobodyAsks() {
        for (int hour = 0; hour < 100; hour++) {
            counts.add(NOON.plus(Duration.ofHours(hour)), List.of(rejection(Reason.OUTSIDE)));
        }

        assertThat(counts.drain())
                .hasSize(48)
                .last()
                .extracting(Count::hour)
                .isEqualTo(NOON.plus(Duration.ofHours(99)));
    }
}
