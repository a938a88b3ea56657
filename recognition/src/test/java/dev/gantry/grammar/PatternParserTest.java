package dev.gantry.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PatternParserTest {

    private final PatternParser parser =
            new PatternParser(Map.of("A", "ABC", "S", "XY"), Map.of("town", "B KA WU MUC"));

    private boolean accepts(String pattern, String text) {
        return accepts(pattern, Set.of(), text);
    }

    private boolean accepts(String pattern, Set<String> never, String text) {
        return parser.shapes(pattern, never).stream().anyMatch(shape -> shape.fits(text));
    }

    @Test
    void each_kind_of_part_has_its_characters() {
        assertThat(accepts("A9 X<S>[P-R7]", "B4CYQ")).isTrue();
        assertThat(accepts("A9 X<S>[P-R7]", "B44X7")).isTrue();
        assertThat(accepts("A9 X<S>[P-R7]", "D4CYQ")).isFalse();
        assertThat(accepts("A9 X<S>[P-R7]", "B4CZQ")).isFalse();
        assertThat(accepts("A9 X<S>[P-R7]", "B4CYS")).isFalse();
    }

    @Test
    void a_list_gives_a_shape_for_each_length_of_its_words() {
        assertThat(parser.shapes("{town}-99", Set.of()))
                .extracting(Shape::length)
                .containsExactly(3, 4, 5);
        assertThat(accepts("{town}-99", "KA12")).isTrue();
        assertThat(accepts("{town}-99", "MU12")).isFalse();
    }

    @Test
    void what_may_be_missing_gives_each_length_once() {
        assertThat(parser.shapes("A99?9?", Set.of())).extracting(Shape::length).containsExactlyInAnyOrder(2, 3, 4);
    }

    @Test
    void a_group_may_be_forbidden_and_only_as_a_whole() {
        assertThat(accepts("A AA 9", Set.of("AB"), "CAB1")).isFalse();
        assertThat(accepts("A AA 9", Set.of("AB"), "ABC1")).isTrue();
    }

    @Test
    void all_texts_of_a_shape_are_equally_likely() {
        assertThat(parser.shapes("A99", Set.of()).getFirst().probability()).isEqualTo(1 / 300.0, within(1e-12));
    }

    @Test
    void an_outline_tells_letters_from_digits() {
        assertThat(parser.shapes("[D][L] 9X-{town}", Set.of()))
                .extracting(Shape::outline)
                .contains("DL9XAA");
    }

    @Test
    void mistakes_are_named() {
        for (String wrong : List.of("A9!", "[AB", "<Q>", "{nowhere}", "b9", "[]")) {
            assertThatThrownBy(() -> parser.shapes(wrong, Set.of()))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
