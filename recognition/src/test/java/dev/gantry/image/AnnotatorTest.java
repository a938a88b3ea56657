package dev.gantry.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.plate.Box;
import dev.gantry.plate.CharacterLattice;
import dev.gantry.plate.Plate;
import dev.gantry.plate.Quad;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AnnotatorTest {

    private static final int BLACK = 0xff000000;

    @Test
    void the_outline_is_drawn_and_the_picture_kept() {
        var image = new Image(200, 100, new byte[200 * 100 * 3]);
        var drawn = new Annotator(null).draw(image, List.of(plate(new Box(50, 40, 80, 20))));
        assertThat(drawn.getRGB(90, 40)).isNotEqualTo(BLACK);
        assertThat(drawn.getRGB(90, 50)).isEqualTo(BLACK);
        assertThat(image.bgr()).containsOnly(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 30, 300, 3000})
    void pictures_of_any_size_take_their_plates(int size) {
        var image = new Image(size, size, new byte[size * size * 3]);
        for (var annotator : List.of(new Annotator(), new Annotator(null))) {
            var drawn = annotator.draw(
                    image, List.of(plate(new Box(-5, -5, size + 10.0, 10)), plate(new Box(0, size, 1, 1))));
            assertThat(drawn.getWidth()).isEqualTo(size);
        }
    }

    private static Plate plate(Box box) {
        return new Plate(
                "AB123",
                0.97,
                box,
                Quad.of(box),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(),
                0.9,
                CharacterLattice.unknown());
    }
}
