package dev.gantry.training.detector;

import dev.gantry.plate.Box;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which cells of which level answer for which plate: those near its centre, on the level whose stride suits its width.
 * Cells of ignored plates, and the centre cell on a level that nearly suits, are left out of the score's loss.
 *
 * @param size side of the square scene, px, a multiple of 64
 * @param cells positive cells, flat over images and levels
 * @param mask one value a cell: 0 where the score is not learned
 */
record Assignment(int size, List<Cell> cells, float[] mask) {

    /** Plate widths in px that each level answers for; they overlap. */
    private static final double[][] WIDTHS = {{0, 76}, {56, 168}, {128, 340}, {280, 1e9}};

    private static final double NEARLY = 1.6;

    /** Cells within this share of the plate's size around its centre are positive, ... */
    private static final double CENTER = 0.25;

    /** ... at least this many strides ... */
    private static final double LEAST_STRIDES = 0.55;

    /** ... and at most this many. */
    private static final double MOST_STRIDES = 1.6;

    /** One positive cell: its flat index, its centre, its stride and the plate that it answers for. */
    record Cell(int index, double x, double y, int stride, Target target) {}

    static int cellsPerImage(int size) {
        int sum = 0;
        for (int stride : DetectorNet.STRIDES) {
            sum += (size / stride) * (size / stride);
        }
        return sum;
    }

    static Assignment of(List<List<Target>> images, int size) {
        int each = cellsPerImage(size);
        var mask = new float[each * images.size()];
        Arrays.fill(mask, 1);
        var owners = new Cell[mask.length];
        for (int i = 0; i < images.size(); i++) {
            int base = i * each;
            for (int level = 0; level < DetectorNet.STRIDES.length; level++) {
                for (Target target : images.get(i)) {
                    assign(target, level, base, size, mask, owners);
                }
                int side = size / DetectorNet.STRIDES[level];
                base += side * side;
            }
        }
        var cells = new ArrayList<Cell>();
        for (Cell cell : owners) {
            if (cell != null) {
                mask[cell.index] = 1;
                cells.add(cell);
            }
        }
        return new Assignment(size, cells, mask);
    }

    private static void assign(Target target, int level, int base, int size, float[] mask, Cell[] owners) {
        int stride = DetectorNet.STRIDES[level];
        int side = size / stride;
        Box box = target.box();
        if (target.ignored()) {
            for (int y = cell(box.y(), stride, side); y <= cell(box.bottom(), stride, side); y++) {
                int row = base + y * side;
                Arrays.fill(mask, row + cell(box.x(), stride, side), row + cell(box.right(), stride, side) + 1, 0);
            }
            return;
        }
        double cx = box.center().x();
        double cy = box.center().y();
        double low = WIDTHS[level][0];
        double high = WIDTHS[level][1];
        if (box.width() < low || box.width() >= high) {
            if (box.width() >= low / NEARLY && box.width() < high * NEARLY) {
                mask[base + cell(cy, stride, side) * side + cell(cx, stride, side)] = 0;
            }
            return;
        }
        double reachX = reach(box.width(), stride);
        double reachY = reach(box.height(), stride);
        for (int y = cell(cy - reachY, stride, side); y <= cell(cy + reachY, stride, side); y++) {
            for (int x = cell(cx - reachX, stride, side); x <= cell(cx + reachX, stride, side); x++) {
                double px = (x + 0.5) * stride;
                double py = (y + 0.5) * stride;
                int index = base + y * side + x;
                boolean near = Math.abs(px - cx) <= reachX && Math.abs(py - cy) <= reachY;
                Cell owner = owners[index];
                if (near && (owner == null || owner.target.box().area() > box.area())) {
                    owners[index] = new Cell(index, px, py, stride, target);
                }
            }
        }
    }

    private static double reach(double extent, int stride) {
        return Math.min(Math.max(CENTER * extent, LEAST_STRIDES * stride), MOST_STRIDES * stride);
    }

    private static int cell(double position, int stride, int side) {
        return Math.clamp((long) Math.floor(position / stride), 0, side - 1);
    }
}
