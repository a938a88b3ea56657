package dev.gantry.server.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gantry.plate.Candidate;
import dev.gantry.plate.Plate;
import dev.gantry.plate.ReadCharacter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One plate.
 *
 * @param corners four points [x, y], clockwise from the top left corner of the text, px
 * @param region the issuing country or state; written as null until known
 * @param detectionScore how sure the detector is that this is a plate, 0 to 1
 */
public record PlateJson(
        String text,
        double confidence,
        BoxJson box,
        List<double[]> corners,
        List<CharacterJson> characters,
        List<CandidateJson> candidates,
        @Nullable String region,
        double detectionScore) {

    public PlateJson {
        corners = List.copyOf(corners);
        characters = List.copyOf(characters);
        candidates = List.copyOf(candidates);
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

    static PlateJson of(Plate plate) {
        return new PlateJson(
                plate.text(),
                Rounded.confidence(plate.confidence()),
                BoxJson.of(plate.box()),
                Rounded.corners(plate.quad()),
                plate.characters().stream().map(CharacterJson::of).toList(),
                plate.candidates().stream().map(CandidateJson::of).toList(),
                plate.region(),
                Rounded.confidence(plate.detectionScore()));
    }
}
