package dev.gantry.training.data;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Independent random numbers for each sample of a run, from the run's one seed. */
public final class Seeds {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Seeds() {}

    public static RandomGenerator of(long seed, long a, long b) {
        return new SplittableRandom(mix(mix(mix(seed) + a) + b));
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood, 2014). */
    public static long mix(long value) {
        long z = value + GOLDEN;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Log-uniform between the two. */
    public static double logUniform(RandomGenerator random, double low, double high) {
        return Math.exp(random.nextDouble(Math.log(low), Math.log(high)));
    }
}
