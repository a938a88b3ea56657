package dev.gantry;

import dev.gantry.detect.Detection;
import dev.gantry.grammar.Interpretation;
import dev.gantry.plate.Box;
import dev.gantry.plate.Plate;
import dev.gantry.plate.ReadCharacter;
import dev.gantry.plate.Reading;
import dev.gantry.plate.Recognition;
import dev.gantry.plate.Rejection;
import dev.gantry.plate.Rejection.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Decides which of a picture's candidates are plates, and gives the reason for each that is not. One for each picture. */
final class Judgement {

    /** Two plates never cover more of one another; candidates that do are parts or copies of one plate. */
    private static final double MOST_OVERLAP = 0.3;

    private static final String COPY = "another candidate covers the same plate and is read better";

    private final RecognizerOptions options;
    private final double threshold;
    private final List<Believed> believed = new ArrayList<>();
    private final List<Rejection> rejected = new ArrayList<>();

    /** @param evidence the probability that it is a plate */
    private record Believed(Detection detection, Interpretation interpretation, double evidence) {

        Reading reading() {
            return interpretation.reading();
        }

        /**
         * Expected number of right characters less that of wrong ones, if it is a plate: a whole plate outweighs a sure piece
         * of it, and a plate the slogan below it.
         */
        double weight() {
            double weight = 0;
            for (ReadCharacter character : reading().characters()) {
                weight += 2 * character.confidence() - 1;
            }
            return weight * evidence;
        }

        Plate plate() {
            Reading reading = reading();
            return new Plate(
                    reading.text(),
                    reading.confidence(),
                    detection.box(),
                    detection.quad(),
                    reading.characters(),
                    reading.candidates(),
                    interpretation.region(),
                    interpretation.regions(),
                    interpretation.changes(),
                    detection.score(),
                    reading.lattice());
        }
    }

    /** @param threshold score from which the detector alone is believed, 0 to 1 */
    Judgement(RecognizerOptions options, double threshold) {
        this.options = options;
        this.threshold = threshold;
    }

    /** Whether a candidate is likely and large enough to be read; if not, it is rejected. */
    boolean isWorthReading(Detection detection) {
        double height = detection.quad().height();
        if (detection.score() < threshold) {
            low(detection, "", "detection score %.2f, at least %.2f is needed", detection.score(), threshold);
            return false;
        }
        if (height < options.minPlateHeight()) {
            reject(
                    detection,
                    "",
                    Reason.TOO_SMALL,
                    "%.0f px high, at least %.0f are needed",
                    height,
                    options.minPlateHeight());
            return false;
        }
        return true;
    }

    /** For a candidate that is not even read. */
    void tooMany(Detection detection) {
        reject(detection, "", Reason.LOW_CONFIDENCE, "%d likelier candidates were read", options.maxPlates());
    }

    void hear(Scrutiny.Heard heard) {
        Detection detection = heard.detection();
        Interpretation interpretation = heard.interpretation();
        Reading reading = interpretation.reading();
        int count = reading.characters().size();
        String text = reading.text();
        double evidence = Evidence.of(detection.score() / threshold, interpretation, options.formats());
        if (count < options.minCharacters()) {
            reject(
                    detection,
                    text,
                    Reason.UNREADABLE,
                    "%d characters, at least %d are needed",
                    count,
                    options.minCharacters());
        } else if (reading.weakestCharacter() < options.minCharacterConfidence()) {
            String detail = "weakest character %.2f, at least %.2f is needed";
            low(detection, text, detail, reading.weakestCharacter(), options.minCharacterConfidence());
        } else if (reading.confidence() < options.minConfidence()) {
            String detail = "confidence %.2f, at least %.2f is needed";
            low(detection, text, detail, reading.confidence(), options.minConfidence());
        } else if (evidence < Evidence.ENOUGH) {
            String detail =
                    "detection score, reading and plate formats make it a plate by %.2f, at least %.2f is needed";
            low(detection, text, detail, evidence, Evidence.ENOUGH);
        } else {
            believed.add(new Believed(detection, interpretation, evidence));
        }
    }

    private void low(Detection detection, String text, String detail, double found, double needed) {
        reject(detection, text, Reason.LOW_CONFIDENCE, detail, found, needed);
    }

    private void reject(Detection detection, String text, Reason reason, String detail, Object... figures) {
        rejected.add(rejection(detection, text, reason, String.format(Locale.ROOT, detail, figures)));
    }

    private static Rejection rejection(Detection detection, String text, Reason reason, String detail) {
        return new Rejection(detection.box(), detection.quad(), detection.score(), reason, detail, text);
    }

    /** Call once, when all candidates have been heard. */
    Recognition recognition(int width, int height) {
        believed.sort(Comparator.comparingDouble(Believed::weight).reversed());
        var kept = new ArrayList<Believed>();
        var copies = new ArrayList<Rejection>();
        for (Believed candidate : believed) {
            if (isCovered(candidate.detection.box(), kept)) {
                copies.add(rejection(candidate.detection, candidate.reading().text(), Reason.DUPLICATE, COPY));
            } else {
                kept.add(candidate);
            }
        }
        return new Recognition(width, height, plates(kept), rejections(kept, copies));
    }

    private static List<Plate> plates(List<Believed> kept) {
        return kept.stream()
                .map(Believed::plate)
                .sorted(Comparator.comparingDouble(Plate::confidence).reversed())
                .toList();
    }

    /** A piece of a plate that is reported is no loss, whatever else is wrong with it. */
    private List<Rejection> rejections(List<Believed> kept, List<Rejection> copies) {
        return Stream.concat(
                        rejected.stream().map(one -> isCovered(one.box(), kept) ? copy(one) : one), copies.stream())
                .sorted(Comparator.comparingDouble(Rejection::detectionScore).reversed())
                .toList();
    }

    private static Rejection copy(Rejection of) {
        return new Rejection(of.box(), of.quad(), of.detectionScore(), Reason.DUPLICATE, COPY, of.text());
    }

    private static boolean isCovered(Box box, List<Believed> plates) {
        return plates.stream().anyMatch(plate -> overlap(plate.detection.box(), box) > MOST_OVERLAP);
    }

    /** The part of the smaller box that lies in the other. */
    private static double overlap(Box a, Box b) {
        double smaller = Math.min(a.area(), b.area());
        return smaller > 0 ? a.intersection(b) / smaller : 0;
    }
}
