package dev.gantry.server.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    private final List<Calibration.Reading> readings = new ArrayList<>();

    @Test
    void isUnknownWithoutReadings() {
        assertThat(Calibration.of(readings).bins()).isEmpty();
    }

    @Test
    void isNothingWhenConfidenceIsTheShareThatIsRight() {
        add(0.9, 90, 100);
        add(0.6, 60, 100);

        assertThat(error(readings)).isCloseTo(0, within(1e-9));
    }

    @Test
    void isTheDistanceWhenAllIsOverconfident() {
        add(0.95, 0, 40);

        assertThat(error(readings)).isCloseTo(0.95, within(1e-9));
    }

    @Test
    void doesNotLetOneBinMakeUpForAnother() {
        add(0.4, 10, 10);
        add(0.6, 0, 10);

        assertThat(error(readings)).isCloseTo(0.6, within(1e-9));
    }

    private static double error(List<Calibration.Reading> readings) {
        return Calibration.of(readings).error();
    }

    private void add(double confidence, int right, int of) {
        for (int i = 0; i < of; i++) {
            readings.add(new Calibration.Reading(confidence, i < right));
        }
    }
}
