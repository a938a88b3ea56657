package dev.gantry.rendering;

import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Draws plates of the world with random texts, typefaces, colours and wear. The same random generator state gives the same
 * plate on the same machine (the installed free fonts are part of the choice). Immutable: threads may share it when each
 * brings its own generator.
 *
 * <pre>{@code
 * PlateRenderer renderer = new PlateRenderer();
 * RenderedPlate plate = renderer.render(RandomGenerator.of("L64X128MixRandom"));
 * }</pre>
 */
public final class PlateRenderer {
    private static final int NARROWEST = 300;
    private static final int WIDEST = 360;
    private static final int TWO_LINE_NARROWEST = 200;
    private static final int TWO_LINE_WIDEST = 240;

    private final Typefaces typefaces;
    private final List<PlateStyle> styles;
    private final double[] weights;

    /** With the drawn typefaces and the free fonts that this machine has installed. */
    public PlateRenderer() {
        this(List.of(
                Path.of("/usr/share/fonts"),
                Path.of("/usr/local/share/fonts"),
                Path.of(System.getProperty("user.home", "."), ".fonts"),
                Path.of(System.getProperty("user.home", "."), ".local/share/fonts")));
    }

    /** With the drawn typefaces and the free fonts below the given folders; with none there are no Chinese plates. */
    public PlateRenderer(List<Path> fontFolders) {
        typefaces = new Typefaces(fontFolders);
        styles = Styles.all(typefaces.hasProvinces());
        weights = new double[styles.size()];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += styles.get(i).weight();
            weights[i] = sum;
        }
    }

    /** All styles that this renderer can draw. */
    public List<PlateStyle> styles() {
        return styles;
    }

    /** A plate of a random style with a random text. */
    public RenderedPlate render(RandomGenerator random) {
        PlateStyle style = randomStyle(random);
        return render(style, style.randomPieces(random), random);
    }

    /** A plate of that style with that text, which may have another format than the style's own. */
    public RenderedPlate render(PlateStyle style, String text, RandomGenerator random) {
        return render(style, style.split(text), random);
    }

    Typefaces typefaces() {
        return typefaces;
    }

    private PlateStyle randomStyle(RandomGenerator random) {
        double at = random.nextDouble() * weights[weights.length - 1];
        int chosen = 0;
        while (weights[chosen] <= at) {
            chosen++;
        }
        return styles.get(chosen);
    }

    private RenderedPlate render(PlateStyle style, List<Piece> pieces, RandomGenerator random) {
        double aspect = style.aspect(random);
        int width = style.lines() == 1
                ? random.nextInt(NARROWEST, WIDEST + 1)
                : random.nextInt(TWO_LINE_NARROWEST, TWO_LINE_WIDEST + 1);
        int height = (int) Math.round(width / aspect);
        try (PlateCanvas canvas = new PlateCanvas(width, height, typefaces, random)) {
            style.design().paint(canvas, pieces);
            Wear.paint(canvas, random);
            int lines = Painting.lines(pieces).size();
            return new RenderedPlate(canvas.picture(), TextPattern.text(pieces), lines, style.name());
        }
    }
}
