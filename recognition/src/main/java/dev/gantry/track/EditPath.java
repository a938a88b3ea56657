package dev.gantry.track;

import java.util.Arrays;

/**
 * The cheapest way to turn one row of characters into another (R. Wagner and M. Fischer, "The String-to-String Correction
 * Problem", 1974), with costs of one's own.
 *
 * @param cost what it costs
 * @param partner for each character of the first row the one of the second that it stands for, -1 for none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never leaves this package
record EditPath(double cost, int[] partner) {

    /** What it costs that character {@code i} of the first row stands for character {@code j} of the second. */
    @FunctionalInterface
    interface Substitution {
        double cost(int i, int j);
    }

    /**
     * @param missing cost of a character of the first row that stands for none
     * @param surplus cost of a character of the second row that none stands for
     */
    static EditPath of(int first, int second, Substitution substitution, double missing, double surplus) {
        var costs = new double[first + 1][second + 1];
        for (int i = 0; i <= first; i++) {
            for (int j = 0; j <= second; j++) {
                double best = i == 0 && j == 0 ? 0 : Double.POSITIVE_INFINITY;
                if (i > 0) {
                    best = Math.min(best, costs[i - 1][j] + missing);
                }
                if (j > 0) {
                    best = Math.min(best, costs[i][j - 1] + surplus);
                }
                if (i > 0 && j > 0) {
                    best = Math.min(best, costs[i - 1][j - 1] + substitution.cost(i - 1, j - 1));
                }
                costs[i][j] = best;
            }
        }
        return new EditPath(costs[first][second], partners(costs, missing, surplus));
    }

    private static int[] partners(double[][] costs, double missing, double surplus) {
        int i = costs.length - 1;
        int j = costs[0].length - 1;
        var partner = new int[i];
        Arrays.fill(partner, -1);
        while (i > 0 && j > 0) {
            if (costs[i][j] == costs[i - 1][j] + missing) {
                i--;
            } else if (costs[i][j] == costs[i][j - 1] + surplus) {
                j--;
            } else {
                partner[--i] = --j;
            }
        }
        return partner;
    }
}
