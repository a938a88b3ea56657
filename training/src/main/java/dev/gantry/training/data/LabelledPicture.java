package dev.gantry.training.data;

import dev.gantry.plate.Box;
import dev.gantry.plate.Quad;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A picture on disk and what is known of its plates.
 *
 * @param set the name of the set that it belongs to
 * @param scene true for a whole photograph, false for one plate with a small margin
 * @param permissive true when the set's source has a permissive licence
 */
public record LabelledPicture(Path file, String set, boolean scene, boolean permissive, List<LabelledPlate> plates) {

    public LabelledPicture {
        plates = List.copyOf(plates);
    }

    /**
     * One plate; what nobody noted is null.
     *
     * @param seen where a detector saw it
     * @param doubtful true when it may be none
     */
    public record LabelledPlate(
            @Nullable Box box,
            @Nullable Quad quad,
            @Nullable String text,
            @Nullable Quad seen,
            boolean doubtful) {}
}
