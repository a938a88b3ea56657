package dev.gantry.server.evaluate;

import dev.gantry.plate.Box;
import dev.gantry.plate.Plate;
import dev.gantry.plate.Recognition;
import dev.gantry.plate.Rejection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pairs what was found in a picture with what is labelled, one to one:
 *
 * <ol>
 *   <li>the reported plates, most confident first, each with the free label whose box it overlaps most, if by an
 *       intersection over union of at least 0.5: those labels count as reported;
 *   <li>the rejected candidates likewise with the labels that are left: those count as found by the detector
 *       when their score reaches its threshold;
 *   <li>each reported plate that is left with the first free label whose box holds its centre, since some labels are
 *       drawn much too large, or with the first free label without a box: in a crop any, in a scene one that has its
 *       text.
 * </ol>
 */
final class Pairing {

    /** The usual bar of object detection (PASCAL VOC). */
    static final double ENOUGH_OVERLAP = 0.5;

    private final double threshold;
    private final LabelledPicture.Kind kind;
    private final List<LabelledPlate> labels;
    private final @Nullable Plate[] reported;
    private final @Nullable Rejection[] rejected;
    private final boolean[] overlapped;
    private final List<FoundPlate> extra = new ArrayList<>();

    private Pairing(LabelledPicture picture, double threshold) {
        this.threshold = threshold;
        kind = picture.kind();
        labels = picture.plates();
        reported = new Plate[labels.size()];
        rejected = new Rejection[labels.size()];
        overlapped = new boolean[labels.size()];
    }

    /** @param threshold rejected candidates of a lower detection score are not counted as found */
    static Pairing of(LabelledPicture picture, Recognition recognition, double threshold) {
        var pairing = new Pairing(picture, threshold);
        pairing.pair(recognition);
        return pairing;
    }

    List<FoundPlate> extra() {
        return extra;
    }

    List<PlateResult> plates() {
        var results = new ArrayList<PlateResult>();
        for (int i = 0; i < labels.size(); i++) {
            Plate plate = reported[i];
            Rejection rejection = rejected[i];
            results.add(new PlateResult(
                    labels.get(i),
                    plate == null ? null : found(plate),
                    overlapped[i],
                    overlapped[i] || (rejection != null && rejection.detectionScore() >= threshold),
                    rejection == null ? "" : inWords(rejection)));
        }
        return results;
    }

    private void pair(Recognition recognition) {
        var plates = recognition.plates().stream()
                .sorted(Comparator.comparingDouble(Plate::confidence).reversed())
                .toList();
        var left = new ArrayList<Plate>();
        for (Plate plate : plates) {
            int label = mostOverlapped(plate.box());
            if (label < 0) {
                left.add(plate);
            } else {
                reported[label] = plate;
                overlapped[label] = true;
            }
        }
        recognition.rejected().stream()
                .sorted(Comparator.comparingDouble(Rejection::detectionScore).reversed())
                .forEach(this::pairRejected);
        left.forEach(this::pairLoosely);
    }

    private void pairRejected(Rejection rejection) {
        int label = mostOverlapped(rejection.box());
        if (label >= 0) {
            rejected[label] = rejection;
        }
    }

    private void pairLoosely(Plate plate) {
        for (int i = 0; i < labels.size(); i++) {
            if (reported[i] == null && mayBe(labels.get(i), plate)) {
                reported[i] = plate;
                return;
            }
        }
        extra.add(found(plate));
    }

    private boolean mayBe(LabelledPlate label, Plate plate) {
        Box box = label.box();
        if (box == null) {
            return kind == LabelledPicture.Kind.CROP
                    || PlateText.normalize(plate.text()).equals(label.text());
        }
        var center = plate.box().center();
        return center.x() >= box.x()
                && center.x() <= box.right()
                && center.y() >= box.y()
                && center.y() <= box.bottom();
    }

    /** The free label that the box overlaps most and enough, -1 when there is none. */
    private int mostOverlapped(Box found) {
        int best = -1;
        double most = ENOUGH_OVERLAP;
        for (int i = 0; i < labels.size(); i++) {
            Box box = labels.get(i).box();
            if (box == null || reported[i] != null || rejected[i] != null) {
                continue;
            }
            double overlap = box.iou(found);
            if (best < 0 ? overlap >= most : overlap > most) {
                best = i;
                most = overlap;
            }
        }
        return best;
    }

    private static FoundPlate found(Plate plate) {
        return new FoundPlate(PlateText.normalize(plate.text()), plate.confidence(), plate.quad());
    }

    private static String inWords(Rejection rejection) {
        String read = rejection.text().isEmpty() ? "" : " " + rejection.text();
        return rejection.reason() + read;
    }
}
