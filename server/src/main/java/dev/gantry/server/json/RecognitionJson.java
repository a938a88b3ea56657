package dev.gantry.server.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gantry.plate.Plate;
import dev.gantry.plate.Recognition;
import java.util.List;
import java.util.stream.IntStream;
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

    /** Of a picture whose plates are not remembered. */
    public static RecognitionJson of(@Nullable String image, Recognition recognition, double elapsedMs) {
        return of(image, recognition, List.of(), elapsedMs);
    }

    /** @param readIds numbers of the plates' reads in the history, in the order of the plates; may be empty */
    public static RecognitionJson of(
            @Nullable String image, Recognition recognition, List<Long> readIds, double elapsedMs) {
        List<Plate> plates = recognition.plates();
        return new RecognitionJson(
                image,
                recognition.width(),
                recognition.height(),
                Rounded.milliseconds(elapsedMs),
                IntStream.range(0, plates.size())
                        .mapToObj(i -> PlateJson.of(plates.get(i), i < readIds.size() ? readIds.get(i) : null))
                        .toList(),
                recognition.rejected().stream().map(RejectionJson::of).toList());
    }
}
