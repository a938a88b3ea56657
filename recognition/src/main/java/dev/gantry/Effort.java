package dev.gantry;

/** How much time a picture may cost when its plates are small for it. */
public enum Effort {
    /** No look at any part of the picture. */
    FAST,
    /** A second look at up to 6 tiles when the first one finds nothing or only tiny plates. */
    BALANCED,
    /** A second look at up to 24 tiles whenever the picture is larger than the detector's input. */
    THOROUGH
}
