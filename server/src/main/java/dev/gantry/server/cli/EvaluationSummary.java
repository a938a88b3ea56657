package dev.gantry.server.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gantry.PlateRecognizer;
import dev.gantry.server.evaluate.Details;
import dev.gantry.server.evaluate.Exclusions;
import dev.gantry.server.evaluate.PictureResult;
import dev.gantry.server.evaluate.Report;
import dev.gantry.server.evaluate.TextReport;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that an evaluation tells: which models, the scores, and the scores without the labels that are known to be wrong.
 *
 * @param details null (and not written) when they were not asked for
 * @param withoutExcluded null (and not written) when nothing is excluded
 */
record EvaluationSummary(
        String detector,
        String reader,
        Report all,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Details details,
        int excluded,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Report withoutExcluded) {

    static EvaluationSummary of(
            PlateRecognizer recognizer, List<PictureResult> results, @Nullable Exclusions exclusions, boolean details) {
        return new EvaluationSummary(
                recognizer.detectorCard().name(),
                recognizer.readerCard().name(),
                Report.of(results),
                details ? Details.of(results) : null,
                exclusions == null ? 0 : exclusions.size(),
                exclusions == null ? null : Report.of(exclusions.applyTo(results)));
    }

    String toJson(ObjectMapper mapper) {
        try {
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e); // records of texts and numbers: cannot happen
        }
    }

    String toText() {
        String head = "Detector %s, reader %s%n%n".formatted(detector, reader);
        String tail = details == null ? "" : "\n" + details.toText();
        if (withoutExcluded == null) {
            return head + TextReport.of(all) + tail;
        }
        return head + "All labels\n\n" + TextReport.of(all)
                + "\nWithout %d labels that are known to be wrong%n%n".formatted(excluded)
                + TextReport.of(withoutExcluded)
                + tail;
    }
}
