package dev.gantry.server.recognition;

import dev.gantry.plate.Recognition;
import java.util.List;

/**
 * What was made of one picture.
 *
 * @param strips for each plate the upright plate alone, JPEG
 * @param drawing the picture that was asked for, empty for none
 * @param models names the models that were used, for ever
 */
public record Seen(Recognition recognition, List<byte[]> strips, byte[] drawing, String models) {

    public Seen {
        strips = List.copyOf(strips);
    }
}
