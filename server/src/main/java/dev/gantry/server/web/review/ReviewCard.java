package dev.gantry.server.web.review;

import dev.gantry.plate.Candidate;
import dev.gantry.server.history.PlateRead;
import dev.gantry.server.web.reads.PlateRow;
import java.util.List;
import java.util.Optional;

/**
 * One read to be judged.
 *
 * @param row the read as lists show it, without its sighting
 * @param others texts that it may be instead, likeliest first
 */
public record ReviewCard(PlateRow row, List<Candidate> others) {

    /** More would have to be gone through one by one; typing is faster. */
    private static final int MOST_OTHERS = 4;

    /** What is less likely is hardly ever right. */
    private static final double WORTH_SHOWING = 0.001;

    public ReviewCard {
        others = List.copyOf(others);
    }

    static ReviewCard of(PlateRead read) {
        List<Candidate> others = read.candidates().stream()
                .filter(one -> !one.text().equals(read.text()) && one.confidence() >= WORTH_SHOWING)
                .limit(MOST_OTHERS)
                .toList();
        return new ReviewCard(PlateRow.of(read, Optional.empty()), others);
    }
}
