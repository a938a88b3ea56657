package dev.gantry.server.evaluate;

import org.jspecify.annotations.Nullable;

/**
 * What became of one labelled plate.
 *
 * @param found the reported plate that is paired with it; null when it was missed
 * @param reported whether a reported plate covers its box well enough; false when it has no box
 * @param detected whether the detector found it, with at least its threshold as score, reported or not; false when it has no box
 * @param rejection why the candidate on it was not reported, in words; empty when there is none
 */
public record PlateResult(
        LabelledPlate label, @Nullable FoundPlate found, boolean reported, boolean detected, String rejection) {

    /** Whether the text was read exactly; false when the plate was missed or its text is unknown. */
    public boolean strictlyRight() {
        return found != null && found.text().equals(label.text());
    }

    /** Whether the text was read up to O for 0 and I for 1. */
    public boolean right() {
        return found != null
                && label.text() != null
                && PlateText.fold(found.text()).equals(PlateText.fold(label.text()));
    }

    /** Wrong, missing and superfluous characters; the whole text when the plate was missed. */
    int wrongCharacters() {
        String truth = label.text();
        if (truth == null) {
            return 0;
        }
        return found == null ? PlateText.length(truth) : PlateText.distance(found.text(), truth);
    }

    PlateResult withoutText() {
        return new PlateResult(label.withoutText(), found, reported, detected, rejection);
    }
}
