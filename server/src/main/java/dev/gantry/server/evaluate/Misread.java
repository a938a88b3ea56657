package dev.gantry.server.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A labelled text that was not read right (with O for 0 and I for 1).
 *
 * @param set the picture's set
 * @param image the picture as the label file names it
 * @param truth what the label says
 * @param read what was read, empty when the plate was missed
 * @param confidence of what was read, 0 when the plate was missed
 * @param cause what is wrong with it, in a few words
 */
public record Misread(String set, String image, String truth, String read, double confidence, String cause) {

    /** All of them, those that were believed most first. */
    public static List<Misread> of(List<PictureResult> results) {
        var misreads = new ArrayList<Misread>();
        for (PictureResult result : results) {
            for (PlateResult plate : result.plates()) {
                String truth = plate.label().text();
                if (truth != null && !plate.right()) {
                    misreads.add(of(result.picture(), truth, plate));
                }
            }
        }
        misreads.sort(Comparator.comparingDouble(Misread::confidence).reversed());
        return misreads;
    }

    private static Misread of(LabelledPicture picture, String truth, PlateResult plate) {
        FoundPlate found = plate.found();
        return new Misread(
                picture.set(),
                picture.name(),
                truth,
                found == null ? "" : found.text(),
                found == null ? 0 : found.confidence(),
                found == null ? missed(plate.rejection()) : cause(PlateText.fold(truth), PlateText.fold(found.text())));
    }

    private static String missed(String rejection) {
        return rejection.isEmpty() ? "not found" : "not reported: " + rejection.toLowerCase(Locale.ROOT);
    }

    private static String cause(String truth, String read) {
        int distance = PlateText.distance(read, truth);
        int lengths = PlateText.length(read) - PlateText.length(truth);
        String replaced = replaced(truth, read);
        if (replaced != null) {
            return replaced;
        } else if (truth.contains(read)) {
            return "cut: " + -lengths + " missing";
        } else if (read.contains(truth)) {
            return "more than the plate: " + lengths + " added";
        } else if (distance * 2 > PlateText.length(truth)) {
            return "unlike";
        }
        return distance + " wrong, " + (lengths == 0 ? "same length" : (lengths > 0 ? "longer" : "shorter"));
    }

    /** For texts that differ in one or two characters of the same place: which for which. */
    private static @Nullable String replaced(String truth, String read) {
        if (truth.length() != read.length()) {
            return null;
        }
        var pairs = new ArrayList<String>();
        for (int i = 0; i < truth.length(); i++) {
            if (truth.charAt(i) != read.charAt(i)) {
                pairs.add(read.charAt(i) + " for " + truth.charAt(i));
            }
        }
        return pairs.size() <= 2 ? String.join(", ", pairs) : null;
    }
}
