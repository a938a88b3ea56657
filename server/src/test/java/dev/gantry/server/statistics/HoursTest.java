package dev.gantry.server.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HoursTest {

    @Test
    void hoursAreThoseOfTheZone() {
        var hours = Hours.of(
                Map.of(quarter("2026-05-01T22:15:00Z"), 3L, quarter("2026-05-01T18:15:00Z"), 2L),
                ZoneId.of("Asia/Kathmandu")); // five hours and three quarters ahead

        assertThat(hours.at(DayOfWeek.SATURDAY, 4)).isEqualTo(3);
        assertThat(hours.at(DayOfWeek.SATURDAY, 0)).isEqualTo(2);
        assertThat(hours.at(4)).isEqualTo(3);
        assertThat(hours.most()).isEqualTo(3);
        assertThat(hours.days()).containsExactly(Map.entry(LocalDate.of(2026, 5, 2), 5L));
    }

    /** Where clocks go back, an hour comes twice. */
    @Test
    void theHourThatComesTwiceIsOne() {
        var hours = Hours.of(
                Map.of(quarter("2026-10-25T00:30:00Z"), 1L, quarter("2026-10-25T01:30:00Z"), 1L),
                ZoneId.of("Europe/Berlin"));

        assertThat(hours.at(DayOfWeek.SUNDAY, 2)).isEqualTo(2);
    }

    private static long quarter(String time) {
        return Instant.parse(time).toEpochMilli() / Hours.QUARTER_MS;
    }
}
