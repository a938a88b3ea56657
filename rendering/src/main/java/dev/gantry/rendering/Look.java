package dev.gantry.rendering;

/**
 * How a line of characters is set.
 *
 * @param stretch horizontal factor on the glyphs
 * @param tracking room between two characters in cap heights
 * @param gap width of an ordinary gap in cap heights
 * @param cells every character in a cell of the same width, as most American dies strike them
 * @param fill spreads a short text over this share of the box's width at most; 0 leaves the characters together
 * @param letterScale height of a letter against a digit; below 1 on Russian plates
 * @param slant how far the top lies to the right of the foot, in cap heights; above 0 in italics
 * @param unsteady how far each character strays from its place, in cap heights, and turns, in radians; 0 on pressed plates
 */
record Look(
        double stretch,
        double tracking,
        double gap,
        boolean cells,
        double fill,
        double letterScale,
        double slant,
        double unsteady) {
    /** Upright and straight. */
    Look(double stretch, double tracking, double gap, boolean cells, double fill, double letterScale) {
        this(stretch, tracking, gap, cells, fill, letterScale, 0, 0);
    }

    Look withSlant(double changed) {
        return new Look(stretch, tracking, gap, cells, fill, letterScale, changed, unsteady);
    }

    Look withGap(double changed) {
        return new Look(stretch, tracking, changed, cells, fill, letterScale, slant, unsteady);
    }

    Look withFill(double changed) {
        return new Look(stretch, tracking, gap, cells, changed, letterScale, slant, unsteady);
    }
}
