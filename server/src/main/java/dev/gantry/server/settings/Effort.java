package dev.gantry.server.settings;

/** How much work to spend on small plates in large pictures. */
public enum Effort {
    FAST,
    BALANCED,
    THOROUGH
}
