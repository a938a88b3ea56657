package dev.gantry.server.web.review;

import dev.gantry.plate.Candidate;
import dev.gantry.server.history.PlateRead;
import dev.gantry.server.web.reads.Letter;
import java.util.List;

/**
 * One read to be judged.
 *
 * @param others texts that it may be instead, likeliest first
 */
public record ReviewCard(PlateRead read, List<Letter> letters, List<Candidate> others) {

    /** More would have to be gone through one by one; typing is faster. */
    private static final int MOST_OTHERS = 4;

    /** What is less likely is hardly ever right. */
    private static final double WORTH_SHOWING = 0.001;

    public ReviewCard {
        letters = List.copyOf(letters);
        others = List.copyOf(others);
    }

    static ReviewCard of(PlateRead read) {
        List<Candidate> others = read.candidates().stream()
                .filter(one -> !one.text().equals(read.text()) && one.confidence() >= WORTH_SHOWING)
                .limit(MOST_OTHERS)
                .toList();
        return new ReviewCard(read, Letter.of(read.text(), read.confidence(), read.candidates()), others);
    }

    public String spelled() {
        return String.join(" ", Letter.characters(read.text()));
    }

    /** The camera, or by which interface it came when none was named. */
    public String camera() {
        String camera = read.source().camera();
        return camera == null ? read.source().dialect() : camera;
    }
}
