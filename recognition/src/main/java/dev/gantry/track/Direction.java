package dev.gantry.track;

/** Which way a vehicle went. */
public enum Direction {
    /** Towards the camera: its plate grew. */
    APPROACHING,
    /** Away from the camera: its plate shrank. */
    RECEDING,
    /** To the picture's left. */
    LEFT,
    /** To the picture's right. */
    RIGHT,
    /** Across the drawn line, from its left to its right. */
    IN,
    /** Across the drawn line, from its right to its left. */
    OUT
}
