package dev.gantry.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DotsTest {

    /** In cap heights. */
    private static final double NEAR = 0.01;

    private static final double SMALLEST_DOT = 0.1;

    /** What must be free of ink somewhere below the dots. */
    private static final double CLEAR = 0.03;

    private static final int GAPS = 10;

    private final List<Typeface> faces =
            Dies.all().stream().map(new DieCutter()::cut).toList();

    @Test
    void everyTypefaceHasItsLettersWithDots() {
        assertThat(faces).allMatch(face -> face.covers(Dots.LETTERS));
    }

    @Test
    void dotsStandApartFromTheirLetterAndMostlyOnTheLineOfCapitals() {
        int low = 0;
        for (Typeface face : faces) {
            Rectangle2D dotted = bounds(face, 'Ü');
            Rectangle2D plain = bounds(face, 'U');
            assertThat(dotted.getMaxY()).isEqualTo(plain.getMaxY(), within(NEAR));
            assertThat(dotted.getWidth()).isBetween(plain.getWidth() - NEAR, plain.getWidth() + 0.1);
            low += dotted.getMinY() > -0.05 ? 1 : 0;
            Glyph glyph = Objects.requireNonNull(face.glyph('Ü'));
            assertThat(IntStream.range(0, GAPS)
                            .mapToDouble(i -> dotted.getMinY() + SMALLEST_DOT + i * NEAR)
                            .anyMatch(gap -> !glyph.outline().intersects(-1, gap, 3, CLEAR)))
                    .as(face.name())
                    .isTrue();
        }
        assertThat(low).isGreaterThan(faces.size() / 2);
    }

    @Test
    void aTypefaceWithoutThePlainLetterHasNoneWithDots() {
        assertThat(new Typeface("digits", Map.of()).glyph('Ü')).isNull();
    }

    private static Rectangle2D bounds(Typeface face, char character) {
        return Objects.requireNonNull(face.glyph(character)).outline().getBounds2D();
    }
}
