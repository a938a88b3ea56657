package dev.gantry.server.evaluate;

import java.nio.file.Path;
import java.util.List;

/**
 * One picture of which the plates are known.
 *
 * @param file the picture's file
 * @param name the picture as the label file names it
 * @param set the set that it is scored with
 * @param country where its plates are from, in capitals; empty when that is not known
 * @param plates its plates; none at all for a picture on which every reported plate is false
 */
public record LabelledPicture(
        Path file, String name, String set, Kind kind, String country, List<LabelledPlate> plates) {

    /** What a picture shows. */
    public enum Kind {
        /** A photo in which the plates are to be found: scored end to end. */
        SCENE,
        /** One plate with a small margin around it: it goes straight to the reader. */
        CROP
    }

    public LabelledPicture {
        plates = List.copyOf(plates);
    }
}
