package dev.gantry.server.recognition;

/** Where in a picture plates are looked for. */
public sealed interface Search {

    /** In the picture as a whole. */
    record Whole() implements Search {}

    /** In the whole picture, and where that finds no plate in the grid's cells, one by one. */
    record WholeThenCells(Grid grid) implements Search {}

    /** Nowhere: the picture is only drawn on. */
    record Nowhere() implements Search {}
}
