package dev.gantry.training.reader;

import dev.gantry.image.Standardized;
import dev.gantry.training.data.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.MemoryFormat;

/**
 * The strips of one step and their texts.
 *
 * @param strips standardised, one behind the other
 * @param texts characters' indices in the alphabet
 */
record StripBatch(float[] strips, List<int[]> texts) {

    /** Where a step's strips come from. */
    @FunctionalInterface
    interface Source {

        /** @param place the strip's place in its batch */
        StripSample sample(long step, int place, RandomGenerator random);
    }

    /** Depends on the seed and the step alone; each strip gets noise of its own. */
    static StripBatch of(Source source, long seed, long step, int count) {
        int size = ReaderNet.WIDTH * ReaderNet.HEIGHT;
        var values = new float[count * size];
        var texts = new ArrayList<int[]>();
        for (int i = 0; i < count; i++) {
            RandomGenerator random = Seeds.of(seed, step, i);
            StripSample sample = source.sample(step, i, random);
            float[] strip = Standardized.of(StripNoise.apply(sample, random));
            System.arraycopy(strip, 0, values, i * size, size);
            texts.add(sample.text());
        }
        return new StripBatch(values, texts);
    }

    Tensor tensor() {
        return ReaderTrainer.tensor(strips, texts.size()).contiguous(MemoryFormat.ChannelsLast);
    }
}
