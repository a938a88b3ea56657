package dev.gantry.server.web.tryit;

import dev.gantry.plate.Candidate;
import dev.gantry.plate.Plate;
import dev.gantry.plate.Quad;
import dev.gantry.plate.Recognition;
import dev.gantry.server.recognition.Outcome;
import dev.gantry.server.web.reads.Letter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What was found in a picture, as the page shows it. */
public record Result(String name, Outcome.Recognized found) {

    /** What is less likely is in the answers of the interfaces alone. */
    private static final double WORTH_SHOWING = 0.01;

    public Recognition recognition() {
        return found.recognition();
    }

    public long elapsed() {
        return Math.round(found.elapsedMs());
    }

    /** The plate alone, as an address that holds it. */
    public String strip(int index) {
        return "data:image/jpeg;base64,"
                + Base64.getEncoder().encodeToString(found.seen().strips().get(index));
    }

    /** Address of the read's own page; empty when it is not kept. */
    public String href(int index) {
        return index < found.readIds().size() ? "/reads/" + found.readIds().get(index) : "";
    }

    public static List<Letter> letters(Plate plate) {
        return plate.characters().stream()
                .map(one -> new Letter(one.character(), one.confidence(), List.of()))
                .toList();
    }

    public static String spelled(Plate plate) {
        return String.join(" ", Letter.characters(plate.text()));
    }

    public static List<Candidate> others(Plate plate) {
        return plate.candidates().stream()
                .filter(one -> !one.text().equals(plate.text()) && one.confidence() >= WORTH_SHOWING)
                .toList();
    }

    /** Corners as SVG has them. */
    public static String points(Quad quad) {
        return quad.corners().stream()
                .map(corner -> String.format(Locale.ROOT, "%.1f,%.1f", corner.x(), corner.y()))
                .collect(Collectors.joining(" "));
    }
}
