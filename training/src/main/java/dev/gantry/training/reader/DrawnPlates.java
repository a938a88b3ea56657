package dev.gantry.training.reader;

import dev.gantry.image.Image;
import dev.gantry.plate.Quad;
import dev.gantry.rendering.PlateRenderer;
import dev.gantry.rendering.PlateView;
import dev.gantry.rendering.PlateViews;
import dev.gantry.rendering.RenderedPlate;
import dev.gantry.training.data.Corners;
import dev.gantry.training.data.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Plates of the world before a camera, to judge a reader with: the same seed gives the same ones. */
final class DrawnPlates {

    /** @param quad the plate's corners in the picture */
    record DrawnPlate(Image picture, Quad quad, String text) {}

    private DrawnPlates() {}

    static List<DrawnPlate> draw(int count, long seed) {
        var renderer = new PlateRenderer();
        var views = new PlateViews();
        var plates = new ArrayList<DrawnPlate>();
        for (int i = 0; i < count; i++) {
            RandomGenerator random = Seeds.of(seed, i, 0);
            RenderedPlate plate = renderer.render(random);
            PlateView view = views.view(plate, random);
            plates.add(new DrawnPlate(Image.of(view.picture()), Corners.quad(view.corners()), plate.text()));
        }
        return plates;
    }
}
