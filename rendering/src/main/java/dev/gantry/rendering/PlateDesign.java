package dev.gantry.rendering;

import java.util.List;

/** Paints one kind of plate: background, decoration and the given inscription. */
@FunctionalInterface
interface PlateDesign {
    void paint(PlateCanvas canvas, List<Piece> pieces);
}
