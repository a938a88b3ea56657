package dev.gantry.server.recognition;

import dev.gantry.plate.Recognition;
import java.util.List;

/**
 * What was made of one picture.
 *
 * @param strips for each plate the upright plate alone, JPEG
 * @param drawings the pictures that were asked for
 * @param models names the models that were used, for ever
 */
public record Seen(Recognition recognition, List<byte[]> strips, List<byte[]> drawings, String models) {

    public Seen {
        strips = List.copyOf(strips);
        drawings = List.copyOf(drawings);
    }
}
