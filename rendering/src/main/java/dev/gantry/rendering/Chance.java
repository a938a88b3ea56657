package dev.gantry.rendering;

import java.util.List;
import java.util.random.RandomGenerator;

/** Small draws from a random generator. */
final class Chance {
    private Chance() {}

    static boolean of(double probability, RandomGenerator random) {
        return random.nextDouble() < probability;
    }

    static double between(double low, double high, RandomGenerator random) {
        return low + (high - low) * random.nextDouble();
    }

    /** Log-uniform: each doubling is as likely as the next. */
    static double logBetween(double low, double high, RandomGenerator random) {
        return Math.exp(between(Math.log(low), Math.log(high), random));
    }

    static <T> T pick(List<T> choices, RandomGenerator random) {
        return choices.get(random.nextInt(choices.size()));
    }

    @SafeVarargs
    static <T> T pick(RandomGenerator random, T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
