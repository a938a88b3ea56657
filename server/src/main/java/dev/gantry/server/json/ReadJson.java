package dev.gantry.server.json;

import dev.gantry.server.history.Judgement;
import dev.gantry.server.history.PlateRead;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A remembered read.
 *
 * @param time when the plate was seen, ISO 8601 in UTC with milliseconds
 * @param text the plate as read
 * @param plate what searches compare: capitals and digits alone, of the correction if there is one
 * @param corners four points [x, y], clockwise from the top left corner of the text, px; null when unknown
 * @param strip address of the plate's picture; null when there is none
 * @param picture address of the whole picture; null when it is not kept
 * @param review what a person says of it; null when nobody does
 * @param sighting number of the sighting that it stands for; null when there is none
 */
public record ReadJson(
        long id,
        String uid,
        String time,
        String text,
        String plate,
        double confidence,
        @Nullable String region,
        @Nullable BoxJson box,
        @Nullable List<double[]> corners,
        List<PlateJson.CandidateJson> candidates,
        String source,
        @Nullable String client,
        @Nullable String camera,
        @Nullable String pictureDigest,
        @Nullable String modelDigest,
        boolean hit,
        @Nullable String strip,
        @Nullable String picture,
        @Nullable Long sighting,
        @Nullable JudgementJson review) {

    /** Where reads are answered; a read's own address is below it. */
    public static final String PATH = "/api/v1/reads";

    /**
     * A person's verdict.
     *
     * @param text what the plate says, when it was corrected
     */
    public record JudgementJson(String verdict, @Nullable String text) {
        static @Nullable JudgementJson of(@Nullable Judgement judgement) {
            return judgement == null
                    ? null
                    : new JudgementJson(judgement.verdict().key(), judgement.text());
        }
    }

    public ReadJson {
        corners = corners == null ? null : List.copyOf(corners);
        candidates = List.copyOf(candidates);
    }

    public static ReadJson of(PlateRead read) {
        String own = PATH + "/" + read.id();
        var box = read.box();
        var corners = read.corners();
        return new ReadJson(
                read.id(),
                read.uid(),
                Rounded.time(read.time()),
                read.text(),
                read.plate(),
                Rounded.confidence(read.confidence()),
                read.region(),
                box == null ? null : BoxJson.of(box),
                corners == null ? null : Rounded.corners(corners),
                read.candidates().stream().map(PlateJson.CandidateJson::of).toList(),
                read.source().dialect(),
                read.source().client(),
                read.source().camera(),
                read.pictureDigest(),
                read.modelDigest(),
                read.hit(),
                read.strip() == null ? null : own + "/strip",
                read.picture() == null ? null : own + "/picture",
                read.sighting(),
                JudgementJson.of(read.judgement()));
    }
}
