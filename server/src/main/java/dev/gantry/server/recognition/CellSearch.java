package dev.gantry.server.recognition;

import dev.gantry.image.Image;
import dev.gantry.image.Letterbox.Window;
import dev.gantry.plate.Box;
import dev.gantry.plate.Plate;
import dev.gantry.plate.Quad;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Looks for plates in a picture's cells, each by itself, and brings what they show together. */
public final class CellSearch {

    /** A plate of which more lies inside a better one is a part or a copy of that plate. */
    private static final double MOST_OVERLAP = 0.3;

    /** How near to a cell's border, as a share of the cell's longer side, a plate counts as cut by it: 3 px of 640. */
    private static final double CUT = 0.005;

    private CellSearch() {}

    /**
     * The plates, most confident first, in px of the picture; a plate that two cells show is there once, and one that a
     * cell's border cuts never stands for the whole one.
     *
     * @param plates finds the plates of one cell
     * @param givenUp asked before each cell whether the answer is no longer wanted; what was found until then is returned
     */
    public static List<Plate> search(
            Image picture, Grid grid, Function<Image, List<Plate>> plates, BooleanSupplier givenUp) {
        var whole = new ArrayList<Plate>();
        var cut = new ArrayList<Plate>();
        for (Grid.Cell cell : grid.cells(picture.width(), picture.height())) {
            if (givenUp.getAsBoolean()) {
                break;
            }
            Window view = cell.view();
            for (Plate plate : plates.apply(picture.crop(view))) {
                (isCut(plate.box(), view, picture) ? cut : whole).add(moved(plate, view.x(), view.y()));
            }
        }
        return merged(whole, cut);
    }

    private static boolean isCut(Box box, Window view, Image picture) {
        double near = CUT * Math.max(view.width(), view.height());
        return (view.x() > 0 && box.x() < near)
                || (view.y() > 0 && box.y() < near)
                || (view.x() + view.width() < picture.width() && box.right() > view.width() - near)
                || (view.y() + view.height() < picture.height() && box.bottom() > view.height() - near);
    }

    private static Plate moved(Plate plate, int x, int y) {
        Box box = plate.box();
        Quad quad = plate.quad();
        return new Plate(
                plate.text(),
                plate.confidence(),
                new Box(box.x() + x, box.y() + y, box.width(), box.height()),
                quad.scaled(1, 1, x, y),
                plate.characters(),
                plate.candidates(),
                plate.region(),
                plate.regions(),
                plate.changes(),
                plate.detectionScore(),
                plate.lattice());
    }

    private static List<Plate> merged(List<Plate> whole, List<Plate> cut) {
        var bestFirst = Comparator.comparingDouble(Plate::confidence).reversed();
        whole.sort(bestFirst);
        cut.sort(bestFirst);
        var kept = new ArrayList<Plate>();
        for (List<Plate> candidates : List.of(whole, cut)) {
            for (Plate candidate : candidates) {
                if (kept.stream().noneMatch(better -> overlap(better.box(), candidate.box()) > MOST_OVERLAP)) {
                    kept.add(candidate);
                }
            }
        }
        kept.sort(bestFirst);
        return kept;
    }

    /** The part of the smaller box that lies in the other. */
    private static double overlap(Box a, Box b) {
        double smaller = Math.min(a.area(), b.area());
        return smaller > 0 ? a.intersection(b) / smaller : 0;
    }
}
