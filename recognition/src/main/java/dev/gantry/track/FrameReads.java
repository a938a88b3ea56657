package dev.gantry.track;

import dev.gantry.image.Image;
import dev.gantry.plate.Recognition;
import dev.gantry.plate.Rejection;
import java.time.Duration;
import java.util.List;

/**
 * What was found in one frame.
 *
 * @param time the frame's time since the start of its source
 * @param width of the frame, px
 * @param height of the frame, px
 * @param rejected candidates that were not believed
 */
public record FrameReads(Duration time, int width, int height, List<PlateRead> reads, List<Rejection> rejected) {

    public FrameReads {
        reads = List.copyOf(reads);
        rejected = List.copyOf(rejected);
    }

    /** What a recogniser found in a frame, with the sharpness of each plate. */
    public static FrameReads of(Duration time, Image frame, Recognition found) {
        return new FrameReads(
                time,
                found.width(),
                found.height(),
                found.plates().stream()
                        .map(plate -> new PlateRead(time, plate, Sharpness.of(frame, plate.quad())))
                        .toList(),
                found.rejected().stream()
                        .map(rejection -> Legibility.explained(rejection, frame))
                        .toList());
    }
}
