package dev.gantry.server.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gantry.plate.Recognition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that was found in one picture.
 *
 * @param image the picture as the user named it; null (and not written) when it has no name
 * @param width width of the upright picture, px
 * @param height its height, px
 * @param elapsedMs time from the file's bytes to the answer, ms
 * @param plates the plates, most confident first
 * @param rejected candidates that were not believed, with the reason
 */
public record RecognitionJson(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String image,
        int width,
        int height,
        double elapsedMs,
        List<PlateJson> plates,
        List<RejectionJson> rejected) {

    public RecognitionJson {
        plates = List.copyOf(plates);
        rejected = List.copyOf(rejected);
    }

    public static RecognitionJson of(@Nullable String image, Recognition recognition, double elapsedMs) {
        return new RecognitionJson(
                image,
                recognition.width(),
                recognition.height(),
                Rounded.milliseconds(elapsedMs),
                recognition.plates().stream().map(PlateJson::of).toList(),
                recognition.rejected().stream().map(RejectionJson::of).toList());
    }
}
