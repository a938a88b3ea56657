package dev.gantry.track;

import java.util.HashMap;
import java.util.Map;

/** A read and what it makes likely; what costs time is worked out once. */
final class SoftRead {

    private final PlateRead read;
    private final SoftText text;
    private final double ownCost;
    private final Map<String, Double> odds = new HashMap<>();

    SoftRead(PlateRead read) {
        this.read = read;
        text = SoftText.of(read.plate());
        ownCost = text.align(SoftText.characters(read.plate().text())).cost();
    }

    PlateRead read() {
        return read;
    }

    SoftText text() {
        return text;
    }

    double confidence() {
        return read.plate().confidence();
    }

    /** How likely a text is against the one that was read, in the picture alone: mostly far below 1. */
    double oddsOf(String other) {
        return odds.computeIfAbsent(
                other,
                wanted -> Math.exp(
                        ownCost - text.align(SoftText.characters(wanted)).cost()));
    }
}
