package dev.gantry.server.dialect.platerecognizer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.gantry.plate.Box;
import dev.gantry.plate.Plate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One plate.
 *
 * @param plate in small letters, as in the original
 * @param score probability that the text is right, 0 to 1
 * @param dscore how sure it is that there is a plate, 0 to 1
 * @param modelMake written, and empty, when vehicles were asked for; so are the two others
 */
@JsonNaming(SnakeCaseStrategy.class)
record SnapshotResult(
        Bounds box,
        String plate,
        Region region,
        double score,
        List<Candidate> candidates,
        double dscore,
        Vehicle vehicle,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Candidate> modelMake,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Candidate> color,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Candidate> orientation) {

    private static final double THOUSANDTHS = 1_000;

    SnapshotResult {
        candidates = List.copyOf(candidates);
    }

    /** Whole px. */
    record Bounds(long xmin, long ymin, long xmax, long ymax) {

        static final Bounds NONE = new Bounds(0, 0, 0, 0);

        static Bounds of(Box box) {
            return new Bounds(
                    Math.round(box.x()), Math.round(box.y()), Math.round(box.right()), Math.round(box.bottom()));
        }
    }

    /** Where the plate is likeliest from. */
    record Region(String code, double score) {

        static final Region UNKNOWN = new Region("unknown", 0);
    }

    /** One possible text. */
    record Candidate(double score, String plate) {}

    /** The vehicle, which is not looked for. */
    record Vehicle(double score, String type, Bounds box) {

        static final Vehicle UNKNOWN = new Vehicle(0, "Unknown", Bounds.NONE);
    }

    static SnapshotResult of(Plate plate, boolean withVehicle) {
        List<Candidate> nothing = withVehicle ? List.of() : null;
        return new SnapshotResult(
                Bounds.of(plate.box()),
                small(plate.text()),
                plate.regions().stream()
                        .findFirst()
                        .map(likeliest -> new Region(likeliest.region(), rounded(likeliest.score())))
                        .orElse(Region.UNKNOWN),
                rounded(plate.confidence()),
                plate.candidates().stream()
                        .map(one -> new Candidate(rounded(one.confidence()), small(one.text())))
                        .toList(),
                rounded(plate.detectionScore()),
                Vehicle.UNKNOWN,
                nothing,
                nothing,
                nothing);
    }

    private static String small(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** With three decimals, as in the original. */
    static double rounded(double value) {
        return Math.round(value * THOUSANDTHS) / THOUSANDTHS;
    }
}
