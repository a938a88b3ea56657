package dev.gantry.read;

import java.util.Arrays;
import java.util.List;

/**
 * The sums over all alignments of one text (Graves' forward and backward variables). Its states are blank, character,
 * blank, ..., blank; from one frame to the next a path stays, moves to the next state, or skips the blank between two
 * different characters. Cost O(frames x states).
 */
final class CtcTrellis {

    private final Frames frames;
    private final int[] states;

    /** Sum over all paths from an allowed start to this frame and state, this frame's probability included. */
    private final double[][] forward;

    CtcTrellis(Frames frames, List<Integer> text) {
        this.frames = frames;
        this.states = new int[2 * text.size() + 1];
        Arrays.fill(states, frames.blank());
        for (int k = 0; k < text.size(); k++) {
            states[2 * k + 1] = text.get(k);
        }
        this.forward = forward();
    }

    /** Sum over all alignments of the whole text. */
    double probability() {
        double[] last = forward[frames.steps() - 1];
        return last[states.length - 1] + (states.length > 1 ? last[states.length - 2] : 0);
    }

    /** For each class the probability of the text with its character {@code k} replaced by it; 0 for the blank. */
    double[] replacing(int k) {
        double[][] backward = backward();
        var totals = new double[frames.classes()];
        for (int c = 0; c < totals.length; c++) {
            totals[c] = c == frames.blank() ? 0 : replaced(2 * k + 1, c, backward);
        }
        return totals;
    }

    private double replaced(int state, int symbol, double[][] backward) {
        int end = frames.steps() - 1;
        boolean skipsIn = state > 1 && states[state - 2] != symbol;
        boolean skipsOut = state + 2 < states.length && states[state + 2] != symbol;
        double inside = 0;
        double total = 0;
        for (int t = 0; t <= end; t++) {
            double enter = t == 0
                    ? (state == 1 ? 1 : 0)
                    : forward[t - 1][state - 1] + (skipsIn ? forward[t - 1][state - 2] : 0);
            double leave = t == end
                    ? (state == states.length - 2 ? 1 : 0)
                    : backward[t + 1][state + 1] + (skipsOut ? backward[t + 1][state + 2] : 0);
            inside = (inside + enter) * frames.probability(t, symbol);
            total += inside * leave;
        }
        return total;
    }

    private double[][] forward() {
        var sums = new double[frames.steps()][states.length];
        for (int t = 0; t < frames.steps(); t++) {
            for (int s = 0; s < states.length; s++) {
                double before;
                if (t == 0) {
                    before = s <= 1 ? 1 : 0;
                } else {
                    before = sums[t - 1][s] + (s > 0 ? sums[t - 1][s - 1] : 0) + (skips(s) ? sums[t - 1][s - 2] : 0);
                }
                sums[t][s] = before * frames.probability(t, states[s]);
            }
        }
        return sums;
    }

    /** Sum over all paths from this frame and state to an allowed end, this frame's probability included. */
    private double[][] backward() {
        int end = frames.steps() - 1;
        int last = states.length - 1;
        var sums = new double[frames.steps()][states.length];
        for (int t = end; t >= 0; t--) {
            for (int s = 0; s <= last; s++) {
                double after;
                if (t == end) {
                    after = s >= last - 1 ? 1 : 0;
                } else {
                    after = sums[t + 1][s]
                            + (s < last ? sums[t + 1][s + 1] : 0)
                            + (s + 2 <= last && skips(s + 2) ? sums[t + 1][s + 2] : 0);
                }
                sums[t][s] = after * frames.probability(t, states[s]);
            }
        }
        return sums;
    }

    /** Whether a path may come to this state from the one two before. */
    private boolean skips(int state) {
        return state > 1 && states[state] != frames.blank() && states[state] != states[state - 2];
    }
}
