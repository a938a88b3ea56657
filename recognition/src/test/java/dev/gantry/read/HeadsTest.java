package dev.gantry.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class HeadsTest {

    private static final int CLASSES = 3;

    private static Frames random(int steps, int blank, long seed) {
        var chance = new Random(seed);
        var values = new double[steps * CLASSES];
        for (int t = 0; t < steps; t++) {
            double sum = 0;
            for (int c = 0; c < CLASSES; c++) {
                values[t * CLASSES + c] = 0.01 + chance.nextDouble();
                sum += values[t * CLASSES + c];
            }
            for (int c = 0; c < CLASSES; c++) {
                values[t * CLASSES + c] /= sum;
            }
        }
        return new Frames(steps, CLASSES, blank, values);
    }

    /** Adds up every path through the frames by the text that it collapses to. */
    private static Map<List<Integer>, Double> allTexts(Frames frames) {
        var sums = new HashMap<List<Integer>, Double>();
        int paths = (int) Math.pow(CLASSES, frames.steps());
        for (int path = 0; path < paths; path++) {
            double probability = 1;
            var text = new ArrayList<Integer>();
            int last = frames.blank();
            int rest = path;
            for (int t = 0; t < frames.steps(); t++, rest /= CLASSES) {
                int symbol = rest % CLASSES;
                probability *= frames.probability(t, symbol);
                if (symbol != frames.blank() && symbol != last) {
                    text.add(symbol);
                }
                last = symbol;
            }
            sums.merge(text, probability, Double::sum);
        }
        return sums;
    }

    @Property(tries = 60)
    void ctcEqualsTheSumOverAllPaths(
            @ForAll @IntRange(min = 1, max = 6) int steps,
            @ForAll @IntRange(min = 0, max = 2) int blank,
            @ForAll long seed) {
        Frames frames = random(steps, blank, seed);
        var head = new CtcHead(frames);
        allTexts(frames)
                .forEach((text, probability) -> assertThat(Math.exp(head.logProbability(text)))
                        .as("%s", text)
                        .isCloseTo(probability, within(1e-9)));
    }

    @Property(tries = 60)
    void aWideBeamFindsAllTextsInOrder(
            @ForAll @IntRange(min = 1, max = 6) int steps,
            @ForAll @IntRange(min = 0, max = 2) int blank,
            @ForAll long seed) {
        Frames frames = random(steps, blank, seed);
        Map<List<Integer>, Double> all = allTexts(frames);
        List<Hypothesis> found = PrefixBeamSearch.of(frames, 10_000, 0);
        assertThat(found).hasSize(all.size()).isSortedAccordingTo(Hypothesis.BEST_FIRST);
        for (Hypothesis hypothesis : found) {
            assertThat(Math.exp(hypothesis.logProbability())).isCloseTo(all.get(hypothesis.text()), within(1e-9));
        }
    }

    /** It may leave out alignments, but it invents none. */
    @Property(tries = 60)
    void aNarrowBeamNeverOverstates(@ForAll @IntRange(min = 1, max = 6) int steps, @ForAll long seed) {
        Frames frames = random(steps, 0, seed);
        Map<List<Integer>, Double> all = allTexts(frames);
        for (Hypothesis hypothesis : PrefixBeamSearch.of(frames, 3, 0.01)) {
            assertThat(Math.exp(hypothesis.logProbability()))
                    .isLessThanOrEqualTo(all.getOrDefault(hypothesis.text(), 0.0) + 1e-9);
        }
    }

    /** The likeliest single path says nothing (0.36); three paths together say one character (0.64). */
    @Example
    void allAlignmentsOfATextCountTogether() {
        var frames = new Frames(2, CLASSES, 2, new double[] {0.4, 1e-9, 0.6, 0.4, 1e-9, 0.6});
        Hypothesis best = new CtcHead(frames).hypotheses().getFirst();
        assertThat(best.text()).isEqualTo(List.of(0));
        assertThat(Math.exp(best.logProbability())).isCloseTo(0.64, within(1e-6));
    }

    @Property(tries = 60)
    void aPositionIsTheTextWithOneCharacterReplaced(@ForAll @IntRange(min = 3, max = 6) int steps, @ForAll long seed) {
        Frames frames = random(steps, 2, seed);
        Map<List<Integer>, Double> all = allTexts(frames);
        var text = List.of(0, 1);
        double[][] rows = new CtcHead(frames).positions(text);
        for (int k = 0; k < 2; k++) {
            var expected = new double[CLASSES];
            double sum = 0;
            for (int c = 0; c < CLASSES; c++) {
                var changed = new ArrayList<>(text);
                if (c == 2) {
                    changed.remove(k);
                } else {
                    changed.set(k, c);
                }
                expected[c] = all.getOrDefault(changed, 0.0);
                sum += expected[c];
            }
            for (int c = 0; c < CLASSES; c++) {
                assertThat(rows[k][c]).isCloseTo(expected[c] / sum, within(1e-9));
            }
        }
    }

    @Property(tries = 60)
    void slotsAreTheirProductUpToTheFirstEmptyOne(@ForAll @IntRange(min = 1, max = 5) int steps, @ForAll long seed) {
        Frames frames = random(steps, 1, seed);
        var head = new SlotsHead(frames);
        double sum = 0;
        for (Hypothesis hypothesis : head.hypotheses()) {
            assertThat(hypothesis.logProbability()).isCloseTo(head.logProbability(hypothesis.text()), within(1e-9));
            sum += Math.exp(hypothesis.logProbability());
        }
        assertThat(sum).isLessThanOrEqualTo(1 + 1e-9);
        assertThat(head.hypotheses()).isSortedAccordingTo(Hypothesis.BEST_FIRST);
    }

    private static Frames sure(double certainty, int... symbols) {
        var values = new double[symbols.length * CLASSES];
        for (int t = 0; t < symbols.length; t++) {
            for (int c = 0; c < CLASSES; c++) {
                values[t * CLASSES + c] = c == symbols[t] ? certainty : (1 - certainty) / (CLASSES - 1);
            }
        }
        return new Frames(symbols.length, CLASSES, 2, values);
    }

    @Example
    void aTextIsAsLikelyAsBothHeadsFindItOnAverage() {
        var ctc = new CtcHead(sure(0.9, 0, 2, 0));
        var slots = new SlotsHead(sure(0.6, 0, 1, 2));
        Head both = Heads.combined(List.of(ctc, slots));
        var text = List.of(0, 0);
        assertThat(both.hypotheses().getFirst().text()).isEqualTo(text);
        assertThat(Math.exp(both.logProbability(text)))
                .isCloseTo(
                        (Math.exp(ctc.logProbability(text)) + Math.exp(slots.logProbability(text))) / 2, within(1e-9));
        assertThat(both.positions(text)[1][1]).isBetween(ctc.positions(text)[1][1], slots.positions(text)[1][1]);
    }

    @Example
    void aLostHeadLeavesTheDecisionToTheOther() {
        var sureOfThree = new CtcHead(sure(0.99, 0, 1, 0));
        var lost = new SlotsHead(sure(0.4, 1, 0, 2, 2));
        Head both = Heads.combined(List.of(sureOfThree, lost));
        assertThat(both.hypotheses().getFirst().text()).isEqualTo(List.of(0, 1, 0));
        assertThat(both.positions(List.of(0, 1, 0))[0][0]).isGreaterThan(0.9);
        var sureOfTwo = new SlotsHead(sure(0.999, 0, 1, 2, 2));
        assertThat(Heads.combined(List.of(new CtcHead(sure(0.7, 0, 1, 0)), sureOfTwo))
                        .hypotheses()
                        .getFirst()
                        .text())
                .isEqualTo(List.of(0, 1));
    }

    @Property(tries = 60)
    void severalLooksGiveTheMeanOfEach(
            @ForAll @IntRange(min = 1, max = 5) int looks,
            @ForAll @IntRange(min = 2, max = 6) int steps,
            @ForAll long seed) {
        var heads = new ArrayList<Head>();
        for (int i = 0; i < looks; i++) {
            heads.add(new CtcHead(random(steps, 2, seed + i)));
        }
        Head all = Heads.combined(heads);
        assertThat(all.hypotheses()).isSortedAccordingTo(Hypothesis.BEST_FIRST).hasSizeLessThanOrEqualTo(10);
        for (Hypothesis hypothesis : all.hypotheses()) {
            double mean = heads.stream()
                    .mapToDouble(head -> Math.exp(head.logProbability(hypothesis.text())))
                    .average()
                    .orElseThrow();
            assertThat(Math.exp(all.logProbability(hypothesis.text()))).isCloseTo(mean, within(1e-9));
            for (double[] row : all.positions(hypothesis.text())) {
                assertThat(Arrays.stream(row).sum()).isCloseTo(1, within(1e-9));
            }
        }
    }

    /** The order of a beam's texts is not quite that of their probabilities, by which several looks decide. */
    @Property(tries = 500)
    void lookingTwiceAtTheSameChangesNothing(@ForAll @IntRange(min = 2, max = 6) int steps, @ForAll long seed) {
        var once = new CtcHead(random(steps, 2, seed));
        Head twice = Heads.combined(List.of(once, once));
        List<Integer> best = once.hypotheses().stream()
                .map(Hypothesis::text)
                .max(Comparator.comparingDouble(once::logProbability))
                .orElseThrow();
        assertThat(twice.hypotheses().getFirst().text()).isEqualTo(best);
        assertThat(twice.logProbability(best)).isCloseTo(once.logProbability(best), within(1e-9));
    }

    @Example
    void aTextLongerThanTheSlotsIsLeftToTheOtherHead() {
        var three = new CtcHead(sure(0.9, 0, 1, 0));
        Head both = Heads.combined(List.of(three, new SlotsHead(sure(0.4, 0, 1))));
        var text = List.of(0, 1, 0);
        assertThat(both.hypotheses().getFirst().text()).isEqualTo(text);
        assertThat(both.positions(text)).isDeepEqualTo(three.positions(text));
    }
}
