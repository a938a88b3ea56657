package dev.gantry.rendering;

import java.util.List;
import java.util.random.RandomGenerator;

/** A kind of plate: the formats of its text, its proportions and how it is painted. */
public final class PlateStyle {
    static final String ALL_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private final String name;
    private final double weight;
    private final double narrowest;
    private final double widest;
    private final PlateDesign design;
    private final List<TextPattern> patterns;

    PlateStyle(
            String name,
            double weight,
            double narrowest,
            double widest,
            PlateDesign design,
            String letters,
            String... patterns) {
        this.name = name;
        this.weight = weight;
        this.narrowest = narrowest;
        this.widest = widest;
        this.design = design;
        this.patterns = java.util.Arrays.stream(patterns)
                .map(pattern -> new TextPattern(pattern, letters))
                .toList();
    }

    /** A short name such as {@code eu-de} or {@code us}; unique among the styles. */
    public String name() {
        return name;
    }

    /** How many lines the text takes, 1 or 2. */
    public int lines() {
        return patterns.getFirst().lines();
    }

    /** A text that such a plate might carry. */
    public String randomText(RandomGenerator random) {
        return TextPattern.text(randomPieces(random));
    }

    List<Piece> randomPieces(RandomGenerator random) {
        return Chance.pick(patterns, random).random(random);
    }

    /** The text in this style's groups, or in one group when it has none of the style's formats. */
    List<Piece> split(String text) {
        for (TextPattern pattern : patterns) {
            var pieces = pattern.split(text);
            if (pieces.isPresent()) {
                return pieces.get();
            }
        }
        if (lines() == 1 || text.length() < 2) {
            return List.of(new Piece(Piece.RUN, text));
        }
        int half = text.length() / 2;
        return List.of(
                new Piece(Piece.RUN, text.substring(0, half)),
                new Piece('/', ""),
                new Piece(Piece.RUN, text.substring(half)));
    }

    /** How often this style is drawn, against the other styles' weights. */
    double weight() {
        return weight;
    }

    /** A random width to height. */
    double aspect(RandomGenerator random) {
        return Chance.between(narrowest, widest, random);
    }

    PlateDesign design() {
        return design;
    }
}
