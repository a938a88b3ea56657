package dev.gantry.server.dialect.codeproject;

/**
 * How pictures are cut into cells.
 *
 * @param side cells in a row when a request does not tell, 0 for no second look
 * @param mostSide most cells in a row that a request may ask for
 * @param overlap share of a cell that it reaches into its neighbours, 0 to 1
 */
public record GridSettings(int side, int mostSide, double overlap) {}
