package dev.gantry.server.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.image.ImageException;
import dev.gantry.plate.Box;
import dev.gantry.plate.Candidate;
import dev.gantry.plate.CharacterChange;
import dev.gantry.plate.CharacterLattice;
import dev.gantry.plate.Plate;
import dev.gantry.plate.Quad;
import dev.gantry.plate.ReadCharacter;
import dev.gantry.plate.Recognition;
import dev.gantry.plate.RegionScore;
import dev.gantry.plate.Rejection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecognitionJsonTest {

    private static final Box BOX = new Box(10.04, 20, 30.06, 8);

    @Test
    void writesOnePlateInItsAgreedShape() throws Exception {
        var plate = new Plate(
                "A1",
                0.987654,
                BOX,
                Quad.of(new Box(10, 20, 30.5, 8)),
                List.of(new ReadCharacter("A", 0.99999), new ReadCharacter("1", 0.98)),
                List.of(new Candidate("A1", 0.987654), new Candidate("AI", 0.01)),
                null,
                List.of(new RegionScore("de", 0.61234567)),
                List.of(new CharacterChange(2, "I", "1", "DE A9")),
                0.9,
                CharacterLattice.unknown());

        var json = RecognitionJson.of("a.jpg", new Recognition(640, 480, List.of(plate), List.of()), 12.345);

        assertThat(Json.mapper().writeValueAsString(json)).isEqualTo("""
                        {"image":"a.jpg","width":640,"height":480,"elapsedMs":12.3,"plates":[{"text":"A1",\
                        "confidence":0.9877,"box":{"x":10.0,"y":20.0,"width":30.1,"height":8.0},\
                        "corners":[[10.0,20.0],[40.5,20.0],[40.5,28.0],[10.0,28.0]],\
                        "characters":[{"char":"A","confidence":1.0},{"char":"1","confidence":0.98}],\
                        "candidates":[{"text":"A1","confidence":0.9877},{"text":"AI","confidence":0.01}],\
                        "region":null,"regions":[{"region":"de","score":0.6123}],\
                        "changes":[{"position":2,"from":"I","to":"1","because":"DE A9"}],"detectionScore":0.9}],"rejected":[]}""");
    }

    @Test
    void writesRejectedCandidatesWithTheirReason() throws Exception {
        var rejection = new Rejection(
                BOX, Quad.of(BOX), 0.71, Rejection.Reason.TOO_SMALL, "6 px high, at least 8 are needed", "");

        var json = RecognitionJson.of(null, new Recognition(64, 48, List.of(), List.of(rejection)), 1);

        assertThat(Json.mapper().writeValueAsString(json))
                .startsWith("{\"width\":64,")
                .contains("\"rejected\":[{\"reason\":\"TOO_SMALL\",\"detail\":\"6 px high, at least 8 are needed\","
                        + "\"text\":\"\",\"detectionScore\":0.71,\"box\":{");
    }

    @Test
    void writesAnErrorWithItsPicture() throws Exception {
        var fault = new ImageException(ImageException.Code.BROKEN, "The JPEG ends too early.");

        assertThat(Json.mapper().writeValueAsString(ErrorJson.of("b.jpg", fault)))
                .isEqualTo("""
                        {"image":"b.jpg","error":{"code":"BROKEN","message":"The JPEG ends too early."}}""");
    }

    @Test
    void leavesOutThePictureOfAnErrorThatHasNone() throws Exception {
        assertThat(Json.mapper().writeValueAsString(ErrorJson.of(ErrorCode.OVERLOADED, "Try again in a second.")))
                .isEqualTo("""
                        {"error":{"code":"OVERLOADED","message":"Try again in a second."}}""");
    }

    @ParameterizedTest
    @EnumSource(ImageException.Code.class)
    void namesEveryFaultOfAPicture(ImageException.Code code) {
        assertThat(ErrorCode.of(code).name()).isEqualTo(code.name());
    }
}
