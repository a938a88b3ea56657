package dev.gantry.server.dialect.vrpdr;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.gantry.plate.Box;
import dev.gantry.plate.Plate;
import dev.gantry.plate.Recognition;
import java.util.Comparator;
import java.util.List;

/**
 * What was found in a picture.
 *
 * @param detections the surest first
 * @param outputImage the picture with them drawn in, JPEG in base64
 */
@JsonNaming(SnakeCaseStrategy.class)
record VrpdrReply(List<Detection> detections, String outputImage) {

    VrpdrReply {
        detections = List.copyOf(detections);
    }

    /**
     * One plate.
     *
     * @param bbConfidence how sure it is that there is a plate, 0 to 1
     * @param boundingBox left, top, width and height, whole px inside the picture
     * @param ocrPred the text and the dash that ends it
     * @param plate the text alone
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record Detection(double bbConfidence, List<Long> boundingBox, String ocrPred, String plate) {

        private static final String END = "-";

        Detection {
            boundingBox = List.copyOf(boundingBox);
        }

        static Detection of(Plate plate, Recognition in) {
            Box box = plate.box().clip(in.width(), in.height());
            long left = Math.round(box.x());
            long top = Math.round(box.y());
            return new Detection(
                    plate.detectionScore(),
                    List.of(left, top, Math.round(box.right()) - left, Math.round(box.bottom()) - top),
                    plate.text() + END,
                    plate.text());
        }
    }

    /** A refusal. */
    record Problem(String error) {}

    static VrpdrReply of(Recognition recognition, String outputImage) {
        var detections = recognition.plates().stream()
                .map(plate -> Detection.of(plate, recognition))
                .sorted(Comparator.comparingDouble(Detection::bbConfidence).reversed())
                .toList();
        return new VrpdrReply(detections, outputImage);
    }
}
