package dev.gantry.server.evaluate;

import dev.gantry.image.Image;
import dev.gantry.model.ModelInfo;
import dev.gantry.plate.Box;
import dev.gantry.plate.Quad;
import java.util.Map;

/**
 * The quad that is taken for the plate of a crop. A crop has its margin already and the reader adds its own around the
 * quad that it is given; so the quad is the picture without the reader's margin, and the reader sees the crop and no more.
 *
 * @param marginX the reader's margin, as a share of the plate's width
 * @param marginY the reader's margin, as a share of the plate's height
 */
record CropQuad(double marginX, double marginY) {

    /** The share of the crop's width and height that the reader is shown, in the middle. */
    private static final double SHOWN = 1.0;

    /** With the margins that the reader's card names; none when it names none. */
    static CropQuad of(ModelInfo reader) {
        return new CropQuad(margin(reader, "marginX"), margin(reader, "marginY"));
    }

    private static double margin(ModelInfo reader, String name) {
        if (reader.card().get("input") instanceof Map<?, ?> input && input.get(name) instanceof Number margin) {
            return margin.doubleValue();
        }
        return 0;
    }

    Quad of(Image crop) {
        double width = crop.width() * SHOWN / (1 + 2 * marginX);
        double height = crop.height() * SHOWN / (1 + 2 * marginY);
        return Quad.of(new Box((crop.width() - width) / 2, (crop.height() - height) / 2, width, height));
    }
}
