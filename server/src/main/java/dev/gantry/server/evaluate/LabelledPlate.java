package dev.gantry.server.evaluate;

import dev.gantry.plate.Box;
import org.jspecify.annotations.Nullable;

/**
 * One plate that is known to be in a picture.
 *
 * @param box where it is, px; null when that is not known
 * @param text what it says, as {@link PlateText#normalize}d; null when that is not known
 */
public record LabelledPlate(@Nullable Box box, @Nullable String text) {

    LabelledPlate withoutBox() {
        return new LabelledPlate(null, text);
    }

    LabelledPlate withoutText() {
        return new LabelledPlate(box, null);
    }
}
