package dev.gantry.training.reader;

import dev.gantry.image.Standardized;
import dev.gantry.training.data.Seeds;
import dev.gantry.training.export.Calibration;
import java.util.ArrayList;
import java.util.Optional;

/** What the reader typically sees, for the ranges of its int8 version. */
final class ReaderQuantization {

    private static final int SAMPLES = 200;

    private ReaderQuantization() {}

    static Calibration calibration(DrawnStrips drawn, Optional<RealStrips> real, long seed) {
        var samples = new ArrayList<Calibration.Sample>();
        for (int i = 0; i < SAMPLES; i++) {
            var random = Seeds.of(seed, -1, i);
            StripSample sample = real.isPresent() && i % 2 == 0 ? real.get().sample(random) : drawn.draw(random);
            samples.add(new Calibration.Sample(
                    Standardized.of(StripNoise.apply(sample, random)),
                    new long[] {1, 1, ReaderNet.HEIGHT, ReaderNet.WIDTH}));
        }
        return new Calibration(samples);
    }
}
