package dev.gantry.server.web.reads;

import dev.gantry.server.history.Likeness;
import java.util.ArrayList;
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
        var alignment = Alignment.of(Letter.characters(wanted), Letter.characters(found));
        List<Change> changes = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (Alignment.Pair pair : alignment.pairs()) {
            String from = pair.from();
            String to = pair.to();
            if (from == null && to != null) {
                changes.add(new Change("more", "", to));
                places.add(pair.place());
            } else if (to == null && from != null) {
                changes.add(new Change("less", from, ""));
            } else if (from != null && to != null && !from.equals(to)) {
                changes.add(new Change(Likeness.distance(from, to) < 1 ? "alike" : "other", from, to));
                places.add(pair.place());
            }
        }
        return new Likely(alignment.distance(), changes, places);
    }
}
