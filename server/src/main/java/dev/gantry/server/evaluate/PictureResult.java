package dev.gantry.server.evaluate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one picture.
 *
 * @param plates one result for each labelled plate, in the order of the labels
 * @param extra reported plates that no label explains
 * @param elapsedMs time to decode and recognise, ms
 * @param fault why the picture could not be decoded; null when it could
 */
public record PictureResult(
        LabelledPicture picture,
        List<PlateResult> plates,
        List<FoundPlate> extra,
        double elapsedMs,
        @Nullable String fault) {

    public PictureResult {
        plates = List.copyOf(plates);
        extra = List.copyOf(extra);
    }

    /** The same picture with that plate alone. */
    PictureResult with(PlateResult plate) {
        return new PictureResult(picture, List.of(plate), List.of(), elapsedMs, fault);
    }

    /** A picture that could not be decoded: all its plates are missed. */
    static PictureResult failed(LabelledPicture picture, String fault) {
        var missed = picture.plates().stream()
                .map(label -> new PlateResult(label, null, false, false, ""))
                .toList();
        return new PictureResult(picture, missed, List.of(), 0, fault);
    }
}
