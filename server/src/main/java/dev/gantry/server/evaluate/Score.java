package dev.gantry.server.evaluate;

import java.util.ArrayList;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The measures over some pictures; {@code docs/evaluation.md} defines them. Shares are 0 to 1, and null when there is
 * nothing that they could be a share of.
 *
 * @param images pictures
 * @param failed pictures that could not be decoded; their plates count as missed
 * @param boxes labelled boxes in scenes
 * @param recall share of the boxes that the detector finds, overlapping by 0.5 or more, with at least its threshold as
 *     score, whether or not the text could be read
 * @param reported share of the boxes for which a plate is reported
 * @param texts labelled texts
 * @param strict share of the texts that were read exactly
 * @param folded the same with O = 0 and I = 1
 * @param characterErrorRate wrong, missing and superfluous characters for each labelled character
 * @param extraPerImage reported plates that no label explains, for each picture
 * @param calibrationError mean distance between confidence and share of right texts (folded)
 * @param millisecondsP50 median time of a picture, ms
 * @param millisecondsP95 time that 95 % of the pictures do not exceed, ms
 */
public record Score(
        int images,
        int failed,
        int boxes,
        @Nullable Double recall,
        @Nullable Double reported,
        int texts,
        @Nullable Double strict,
        @Nullable Double folded,
        @Nullable Double characterErrorRate,
        @Nullable Double extraPerImage,
        @Nullable Double calibrationError,
        @Nullable Double millisecondsP50,
        @Nullable Double millisecondsP95) {

    static Score of(Collection<PictureResult> results) {
        var tally = new Tally();
        results.forEach(tally::add);
        return tally.score();
    }

    private static final class Tally {
        private int images;
        private int failed;
        private int boxes;
        private int reported;
        private int detected;
        private int texts;
        private int strict;
        private int folded;
        private int characters;
        private int wrongCharacters;
        private int extra;
        private final Collection<Double> times = new ArrayList<>();
        private final ArrayList<Calibration.Reading> readings = new ArrayList<>();

        void add(PictureResult result) {
            images++;
            extra += result.extra().size();
            if (result.fault() == null) {
                times.add(result.elapsedMs());
            } else {
                failed++;
            }
            result.plates().forEach(this::add);
        }

        private void add(PlateResult plate) {
            if (plate.label().box() != null) {
                boxes++;
                reported += plate.reported() ? 1 : 0;
                detected += plate.detected() ? 1 : 0;
            }
            String truth = plate.label().text();
            if (truth != null) {
                texts++;
                strict += plate.strictlyRight() ? 1 : 0;
                folded += plate.right() ? 1 : 0;
                characters += PlateText.length(truth);
                wrongCharacters += plate.wrongCharacters();
                if (plate.found() != null) {
                    readings.add(new Calibration.Reading(plate.found().confidence(), plate.right()));
                }
            }
        }

        Score score() {
            var milliseconds = Percentiles.of(times);
            double calibration = Calibration.of(readings).error();
            return new Score(
                    images,
                    failed,
                    boxes,
                    share(detected, boxes),
                    share(reported, boxes),
                    texts,
                    share(strict, texts),
                    share(folded, texts),
                    share(wrongCharacters, characters),
                    share(extra, images),
                    readings.isEmpty() ? null : calibration,
                    times.isEmpty() ? null : milliseconds.at(50),
                    times.isEmpty() ? null : milliseconds.at(95));
        }

        private static @Nullable Double share(int part, int whole) {
            return whole == 0 ? null : (double) part / whole;
        }
    }
}
