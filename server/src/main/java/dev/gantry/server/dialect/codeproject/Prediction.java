package dev.gantry.server.dialect.codeproject;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gantry.plate.Box;
import dev.gantry.plate.Plate;
import dev.gantry.plate.Recognition;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One plate as this dialect tells it. Coordinates are whole px inside the picture, since some clients take nothing else.
 *
 * @param plateAnnotation the box as YOLO's labels have it: class, centre and size as shares of the picture
 * @param ocrAnnotation always null: places of characters, which only the original's own training needs
 * @param image the plate's picture as a data URI, not written when there is none
 */
record Prediction(
        double confidence,
        String label,
        String plate,
        @JsonProperty("x_min") long left,
        @JsonProperty("y_min") long top,
        @JsonProperty("x_max") long right,
        @JsonProperty("y_max") long bottom,
        @JsonProperty("plate_annotation") String plateAnnotation,
        @JsonProperty("ocr_annotation") @Nullable String ocrAnnotation,
        @JsonProperty("valid_ocr_annotation") boolean validOcrAnnotation,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String image) {

    static final Comparator<Prediction> BEST_FIRST =
            Comparator.comparingDouble(Prediction::confidence).reversed();

    /** Four decimals tell 99.99 % from certainty. */
    private static final double CONFIDENCE_STEPS = 10_000;

    /** A plate with its text, as sure as the text is. */
    static Prediction ofText(Plate plate, Recognition in, @Nullable String image) {
        return of(plate, plate.confidence(), "Plate: " + plate.text(), in, image);
    }

    /** A plate as an object of a kind, as sure as it is that there is one. */
    static Prediction ofObject(Plate plate, String label, Recognition in) {
        return of(plate, plate.detectionScore(), label, in, null);
    }

    private static Prediction of(Plate plate, double confidence, String label, Recognition in, @Nullable String image) {
        Box box = plate.box().clip(in.width(), in.height());
        return new Prediction(
                Math.round(confidence * CONFIDENCE_STEPS) / CONFIDENCE_STEPS,
                label,
                plate.text(),
                Math.round(box.x()),
                Math.round(box.y()),
                Math.round(box.right()),
                Math.round(box.bottom()),
                String.format(
                        Locale.ROOT,
                        "0 %.6f %.6f %.6f %.6f",
                        box.center().x() / in.width(),
                        box.center().y() / in.height(),
                        box.width() / in.width(),
                        box.height() / in.height()),
                null,
                false,
                image);
    }
}
