package dev.gantry.server.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gantry.plate.Candidate;
import dev.gantry.plate.CharacterChange;
import dev.gantry.plate.Plate;
import dev.gantry.plate.ReadCharacter;
import dev.gantry.plate.RegionScore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One plate.
 *
 * @param readId number of its read in the history; not written when none is kept
 * @param corners four points [x, y], clockwise from the top left corner of the text, px
 * @param region the issuing country or state; written as null when the text does not tell it convincingly
 * @param detectionScore how sure the detector is that this is a plate, 0 to 1
 */
public record PlateJson(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long readId,
        String text,
        double confidence,
        BoxJson box,
        List<double[]> corners,
        List<CharacterJson> characters,
        List<CandidateJson> candidates,
        @Nullable String region,
        List<RegionJson> regions,
        List<ChangeJson> changes,
        double detectionScore) {

    public PlateJson {
        corners = List.copyOf(corners);
        characters = List.copyOf(characters);
        candidates = List.copyOf(candidates);
        regions = List.copyOf(regions);
        changes = List.copyOf(changes);
    }

    /** One character of the text. */
    public record CharacterJson(@JsonProperty("char") String character, double confidence) {
        static CharacterJson of(ReadCharacter read) {
            return new CharacterJson(read.character(), Rounded.confidence(read.confidence()));
        }
    }

    /** One possible text. */
    public record CandidateJson(String text, double confidence) {
        static CandidateJson of(Candidate candidate) {
            return new CandidateJson(candidate.text(), Rounded.confidence(candidate.confidence()));
        }
    }

    /** One country or state that the plate may be from. */
    public record RegionJson(String region, double score) {
        static RegionJson of(RegionScore score) {
            return new RegionJson(score.region(), Rounded.confidence(score.score()));
        }
    }

    /**
     * One character that a plate format decided.
     *
     * @param position place in the text, the first being 1
     */
    public record ChangeJson(int position, String from, String to, String because) {
        static ChangeJson of(CharacterChange change) {
            return new ChangeJson(change.position(), change.from(), change.to(), change.because());
        }
    }

    static PlateJson of(Plate plate, @Nullable Long readId) {
        return new PlateJson(
                readId,
                plate.text(),
                Rounded.confidence(plate.confidence()),
                BoxJson.of(plate.box()),
                Rounded.corners(plate.quad()),
                plate.characters().stream().map(CharacterJson::of).toList(),
                plate.candidates().stream().map(CandidateJson::of).toList(),
                plate.region(),
                plate.regions().stream().map(RegionJson::of).toList(),
                plate.changes().stream().map(ChangeJson::of).toList(),
                Rounded.confidence(plate.detectionScore()));
    }
}
