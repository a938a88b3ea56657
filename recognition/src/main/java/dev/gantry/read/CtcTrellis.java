package dev.gantry.read;

import java.util.Arrays;
import java.util.List;

/**
 * The sums over all alignments of one text (Graves' forward and backward variables). Its states are blank, character,
 * blank, ..., blank; from one frame to the next a path stays, moves to the next state, or skips the blank between two
 * different characters.
 */
final class CtcTrellis {

    private final Frames frames;
    private final int[] states;

    /** Whether a path may come to a state from the one two before. */
    private final boolean[] skips;

    CtcTrellis(Frames frames, List<Integer> text) {
        this.frames = frames;
        this.states = new int[2 * text.size() + 1];
        this.skips = new boolean[states.length];
        Arrays.fill(states, frames.blank());
        for (int k = 0; k < text.size(); k++) {
            states[2 * k + 1] = text.get(k);
            skips[2 * k + 1] = k > 0 && states[2 * k - 1] != states[2 * k + 1];
        }
    }

    /** Sum over all alignments of the whole text. Cost O(frames x states). */
    double probability() {
        double[] sums = new double[states.length];
        double[] next = new double[states.length];
        for (int t = 0; t < frames.steps(); t++) {
            forward(t, sums, next);
            double[] done = sums;
            sums = next;
            next = done;
        }
        return sums[states.length - 1] + (states.length > 1 ? sums[states.length - 2] : 0);
    }

    /**
     * For each character, and each class, the probability of the text with that one replaced by this; 0 for the blank. Cost
     * O(frames x characters x classes).
     */
    double[][] replacing() {
        double[][] forward = forward();
        double[][] backward = backward();
        var totals = new double[states.length / 2][frames.classes()];
        for (int k = 0; k < totals.length; k++) {
            for (int c = 0; c < frames.classes(); c++) {
                totals[k][c] = c == frames.blank() ? 0 : replaced(2 * k + 1, c, forward, backward);
            }
        }
        return totals;
    }

    private double replaced(int state, int symbol, double[][] forward, double[][] backward) {
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

    /** Sums over all paths from an allowed start to each frame and state, that frame's probability included. */
    private double[][] forward() {
        var sums = new double[frames.steps()][states.length];
        for (int t = 0; t < sums.length; t++) {
            forward(t, sums[Math.max(0, t - 1)], sums[t]);
        }
        return sums;
    }

    /** @param before the sums of the frame before; not looked at for the first one */
    private void forward(int t, double[] before, double[] sums) {
        for (int s = 0; s < states.length; s++) {
            double reached;
            if (t == 0) {
                reached = s <= 1 ? 1 : 0;
            } else {
                reached = before[s] + (s > 0 ? before[s - 1] : 0) + (skips[s] ? before[s - 2] : 0);
            }
            sums[s] = reached * frames.probability(t, states[s]);
        }
    }

    /** Sums over all paths from each frame and state to an allowed end, that frame's probability included. */
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
                            + (s + 2 <= last && skips[s + 2] ? sums[t + 1][s + 2] : 0);
                }
                sums[t][s] = after * frames.probability(t, states[s]);
            }
        }
        return sums;
    }
}
