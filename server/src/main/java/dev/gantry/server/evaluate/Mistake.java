package dev.gantry.server.evaluate;

import dev.gantry.plate.Box;
import dev.gantry.plate.Quad;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing that went wrong in one picture, for looking at.
 *
 * @param quad where, px of the picture; null for the whole picture
 * @param truth what the plate says, or what is known about it
 * @param read what was made of it
 */
record Mistake(@Nullable Quad quad, String truth, String read) {

    private static final double HUNDRED = 100;

    /** All mistakes of one picture: misread, missed and superfluous plates. */
    static List<Mistake> of(PictureResult result) {
        var mistakes = new ArrayList<Mistake>();
        for (PlateResult plate : result.plates()) {
            String truth = plate.label().text();
            FoundPlate found = plate.found();
            if (truth != null && found != null && !plate.right()) {
                mistakes.add(new Mistake(found.quad(), truth, inWords(found)));
            } else if (found == null && (truth != null || plate.label().box() != null)) {
                Box box = plate.label().box();
                String why = plate.rejection().isEmpty() ? "missed" : plate.rejection();
                mistakes.add(new Mistake(box == null ? null : Quad.of(box), truth == null ? "(no text)" : truth, why));
            }
        }
        for (FoundPlate extra : result.extra()) {
            mistakes.add(new Mistake(extra.quad(), "(not labelled)", inWords(extra)));
        }
        return mistakes;
    }

    private static String inWords(FoundPlate found) {
        return String.format(Locale.ROOT, "%s  %.0f%%", found.text(), found.confidence() * HUNDRED);
    }
}
