package dev.gantry.benchmarks.accuracy;

import dev.gantry.model.ModelInfo;
import dev.gantry.server.bench.Machine;
import dev.gantry.server.evaluate.Calibration;
import dev.gantry.server.evaluate.Details;
import dev.gantry.server.evaluate.Misread;
import dev.gantry.server.evaluate.Report;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that was measured.
 *
 * @param command how it was measured
 * @param pictures null when there are no labelled pictures
 * @param turned drawn plates by how they are looked at
 * @param small drawn plates by their width, px
 * @param plates how many drawn plates each figure is of
 */
record Findings(
        LocalDate date,
        String command,
        Machine machine,
        String jpeg,
        ModelInfo detector,
        ModelInfo reader,
        @Nullable Pictures pictures,
        Map<DrawnPlates.Pose, DrawnPlates.Tally> turned,
        Map<Integer, DrawnPlates.Tally> small,
        int plates,
        Speed speed) {

    /**
     * What was measured on labelled pictures.
     *
     * @param report with default options
     * @param withoutFormats the same with the text as the reader saw it
     * @param withoutDoubts without the labels that are known to be wrong; null when there is no list of them
     * @param doubts how many labels are on that list
     * @param scenes how far confidences hold for plates in photos
     * @param shrunk pictures of one plate shrunk until the plate has that width, px
     * @param asPhotos pictures of one plate, in which it is to be found
     */
    record Pictures(
            Report report,
            Report withoutFormats,
            @Nullable Report withoutDoubts,
            int doubts,
            Details details,
            Calibration scenes,
            List<Misread> misreads,
            Map<Integer, Report> shrunk,
            Report asPhotos) {}
}
