package dev.gantry.training.detector;

import dev.gantry.image.Image;
import dev.gantry.image.Letterbox;
import dev.gantry.plate.Box;
import dev.gantry.plate.Quad;
import dev.gantry.training.data.LabelledPicture;
import dev.gantry.training.data.Pictures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A real photograph in several sizes, each half the one before, so that shrinking it never aliases.
 *
 * @param levels the sizes, largest first
 * @param plates its plates in pixels of the largest
 */
record ScenePicture(List<Image> levels, List<ScenePlate> plates, String set) {

    private static final int LONGEST = 1280;
    private static final int SMALLEST = 260;
    private static final int MOST_LEVELS = 3;

    /**
     * @param exact true when the corners are known, false when they are the box's
     * @param doubtful true when it may be no plate
     */
    record ScenePlate(Box box, Quad quad, boolean exact, boolean doubtful) {}

    static ScenePicture load(LabelledPicture labelled) throws IOException {
        Image picture = Pictures.load(labelled.file());
        double scale = Math.min(1, (double) LONGEST / Math.max(picture.width(), picture.height()));
        var plates = new ArrayList<ScenePlate>();
        for (var plate : labelled.plates()) {
            if (plate.box() != null) {
                Quad quad = plate.quad() == null ? Quad.of(plate.box()) : plate.quad();
                Quad scaled = quad.scaled(scale, scale, 0, 0);
                Box box = Quad.of(plate.box()).scaled(scale, scale, 0, 0).bounds();
                plates.add(new ScenePlate(box, scaled, plate.quad() != null, plate.doubtful()));
            }
        }
        return of(scale < 1 ? shrunk(picture, scale) : picture, plates, labelled.set());
    }

    static ScenePicture of(Image picture, List<ScenePlate> plates, String set) {
        var levels = new ArrayList<Image>();
        levels.add(picture);
        while (levels.size() < MOST_LEVELS
                && Math.max(levels.getLast().width(), levels.getLast().height()) > SMALLEST) {
            levels.add(shrunk(levels.getLast(), 0.5));
        }
        return new ScenePicture(levels, plates, set);
    }

    private static Image shrunk(Image picture, double scale) {
        int width = Math.max(1, (int) Math.round(picture.width() * scale));
        int height = Math.max(1, (int) Math.round(picture.height() * scale));
        return Letterbox.exact(Letterbox.Window.all(picture), width, height).draw(picture);
    }

    int width() {
        return levels.getFirst().width();
    }

    int height() {
        return levels.getFirst().height();
    }
}
