package dev.gantry.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A format without its choices of length: parts one after another.
 *
 * @param groups the parts in the groups that separators make; a group that spells one of {@code never} is not issued
 * @param length characters of the text
 * @param probability of each text that fits, all being equally likely
 */
record Shape(List<List<Part>> groups, Set<String> never, int length, double probability, String outline) {

    static Shape of(List<List<Part>> groups, Set<String> never) {
        int length = 0;
        double probability = 1;
        var outline = new StringBuilder();
        for (List<Part> group : groups) {
            for (Part part : group) {
                length += part.size();
                probability /= part.choices();
                outline.append(part.outline());
            }
        }
        return new Shape(groups, never, length, probability, outline.toString());
    }

    boolean fits(String text) {
        if (text.length() != length) {
            return false;
        }
        int at = 0;
        for (List<Part> group : groups) {
            int start = at;
            for (Part part : group) {
                if (!part.fits(text, at)) {
                    return false;
                }
                at += part.size();
            }
            if (!never.isEmpty() && never.contains(text.substring(start, at))) {
                return false;
            }
        }
        return true;
    }

    /** The likeliest text of this shape, null when none of it is possible. */
    @Nullable
    String best(Choices choices) {
        var text = new StringBuilder();
        for (List<Part> group : groups) {
            for (Part part : group) {
                String found = choices.best(part, text.length());
                if (found == null) {
                    return null;
                }
                text.append(found);
            }
        }
        String best = text.toString();
        return fits(best) ? best : null;
    }

    /** Collects parts into groups. */
    static final class Builder {
        private final List<List<Part>> groups = new ArrayList<>(List.of(new ArrayList<>()));

        Builder() {}

        Builder(Builder other) {
            groups.clear();
            other.groups.forEach(group -> groups.add(new ArrayList<>(group)));
        }

        void add(Part part) {
            groups.getLast().add(part);
        }

        void separate() {
            groups.add(new ArrayList<>());
        }

        Shape build(Set<String> never) {
            return Shape.of(groups.stream().map(List::copyOf).toList(), never);
        }
    }
}
