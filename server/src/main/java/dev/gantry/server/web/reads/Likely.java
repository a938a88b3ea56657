package dev.gantry.server.web.reads;

import dev.gantry.server.history.Likeness;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How a found plate differs from the one that was looked for.
 *
 * @param distance the sum of the changes, 0 for the same plate
 * @param changes each difference
 * @param places which characters of the found plate, from 0, are no part of the one looked for
 */
public record Likely(double distance, List<Change> changes, List<Integer> places) {

    public Likely {
        changes = List.copyOf(changes);
        places = List.copyOf(places);
    }

    /**
     * One difference.
     *
     * @param kind {@code alike}, {@code other}, {@code more} or {@code less}
     * @param wanted what was looked for; empty when there was nothing there
     * @param found what is there; empty when there is nothing
     */
    public record Change(String kind, String wanted, String found) {}

    /** Compares two plates, each as its key, along the cheapest way from one to the other. */
    static Likely of(String wanted, String found) {
        List<String> from = Letter.characters(wanted);
        List<String> to = Letter.characters(found);
        double[][] least = costs(from, to);
        List<Change> changes = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        int i = from.size();
        int k = to.size();
        while (i > 0 || k > 0) {
            if (i > 0 && k > 0 && least[i][k] == least[i - 1][k - 1] + cost(from.get(i - 1), to.get(k - 1))) {
                i--;
                k--;
                if (!from.get(i).equals(to.get(k))) {
                    boolean alike = cost(from.get(i), to.get(k)) < 1;
                    changes.add(new Change(alike ? "alike" : "other", from.get(i), to.get(k)));
                    places.add(k);
                }
            } else if (k > 0 && least[i][k] == least[i][k - 1] + 1) {
                k--;
                changes.add(new Change("more", "", to.get(k)));
                places.add(k);
            } else {
                i--;
                changes.add(new Change("less", from.get(i), ""));
            }
        }
        Collections.reverse(changes);
        return new Likely(least[from.size()][to.size()], changes, places);
    }

    private static double[][] costs(List<String> from, List<String> to) {
        var least = new double[from.size() + 1][to.size() + 1];
        for (int i = 0; i <= from.size(); i++) {
            for (int k = 0; k <= to.size(); k++) {
                if (i == 0 || k == 0) {
                    least[i][k] = i + k;
                } else {
                    least[i][k] = Math.min(
                            least[i - 1][k - 1] + cost(from.get(i - 1), to.get(k - 1)),
                            1 + Math.min(least[i - 1][k], least[i][k - 1]));
                }
            }
        }
        return least;
    }

    private static double cost(String a, String b) {
        return Likeness.distance(a, b);
    }
}
