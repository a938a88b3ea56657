package dev.gantry.server.dialect.alprflask;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.gantry.plate.Box;
import dev.gantry.plate.Plate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer of {@link AlprFlaskApi}. */
record AlprFlaskReply(int httpStatus, Body body) {

    /**
     * The body; the original's five fields, {@code bbox} of its later version, and {@code plates}.
     *
     * @param confidence 0 to 1 with two decimals, 0 on any error
     * @param plates the plates besides {@code plate}, best first
     */
    @JsonPropertyOrder(alphabetic = true)
    record Body(
            @Nullable Bounds bbox,
            int code,
            double confidence,
            String message,
            @Nullable String plate,
            List<Other> plates,
            String status) {}

    /** Another plate in the same picture. */
    record Other(Bounds bbox, double confidence, String plate) {
        static Other of(Plate plate) {
            return new Other(Bounds.of(plate.box()), rounded(plate.confidence()), plate.text());
        }
    }

    /** Left, top, right and bottom, whole px. */
    record Bounds(long x1, long y1, long x2, long y2) {
        static Bounds of(Box box) {
            return new Bounds(
                    Math.round(box.x()), Math.round(box.y()), Math.round(box.right()), Math.round(box.bottom()));
        }
    }

    /**
     * @param plates one or more, best first
     */
    static AlprFlaskReply success(List<Plate> plates) {
        Plate best = plates.getFirst();
        return new AlprFlaskReply(
                200,
                new Body(
                        Bounds.of(best.box()),
                        0,
                        rounded(best.confidence()),
                        "Success",
                        best.text(),
                        plates.stream().skip(1).map(Other::of).toList(),
                        "OK"));
    }

    static AlprFlaskReply noFile() {
        return error(400, 1, "No file uploaded");
    }

    static AlprFlaskReply error(int httpStatus, int code, String message) {
        return new AlprFlaskReply(httpStatus, new Body(null, code, 0, message, null, List.of(), "ERROR"));
    }

    private static double rounded(double confidence) {
        return Math.round(confidence * 100) / 100.0;
    }
}
