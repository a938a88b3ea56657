package dev.gantry.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files of formats say what they mean. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FormatFilesTest {

    private static final List<String> STATES =
            Stream.of("""
            al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri
            sc sd tn tx ut vt va wa wv wi wy dc""".split("\\s+")).map(state -> "us-" + state).toList();

    static List<FormatFile.Region> regions() {
        return FormatFile.shipped();
    }

    @ParameterizedTest
    @MethodSource("regions")
    void each_format_accepts_its_examples(FormatFile.Region region) {
        List<PlateFormat> formats = FormatFile.formats(List.of(region));
        for (int i = 0; i < formats.size(); i++) {
            PlateFormat format = formats.get(i);
            List<String> examples = region.formats().get(i).examples();
            assertThat(examples).as(format.pattern()).isNotEmpty();
            assertThat(examples).as(region.region() + " " + format.pattern()).allMatch(format::accepts);
        }
    }

    @ParameterizedTest
    @MethodSource("regions")
    void no_format_accepts_what_only_looks_alike(FormatFile.Region region) {
        List<PlateFormat> formats = FormatFile.formats(List.of(region));
        assertThat(region.nearMisses())
                .as(region.region())
                .noneMatch(text -> formats.stream().anyMatch(format -> format.accepts(text)));
    }

    @ParameterizedTest
    @MethodSource("regions")
    void figures_are_plausible(FormatFile.Region region) {
        assertThat(region.region()).matches("[a-z]{2}(-[a-z]{2,3})?");
        assertThat(region.name()).isNotBlank();
        assertThat(region.vehicles()).isBetween(0.005, 500.0);
        assertThat(region.sizes()).containsKey(1).allSatisfy((lines, size) -> {
            assertThat(lines).isBetween(1, 2);
            assertThat(size).hasSize(2);
            assertThat(size.get(0)).isBetween(180.0, 560.0);
            assertThat(size.get(0) / size.get(1)).isBetween(1.1, 5.0);
        });
        assertThat(region.formats()).isNotEmpty().allSatisfy(format -> {
            assertThat(format.weightOrOne()).isPositive();
            if (format.from() != null && format.to() != null) {
                assertThat(format.from()).isLessThan(format.to());
            }
        });
        assertThat(FormatFile.formats(List.of(region)))
                .allSatisfy(format -> assertThat(format.shapes())
                        .isNotEmpty()
                        .allSatisfy(shape -> assertThat(shape.length()).isBetween(2, 11)));
    }

    @Test
    void many_countries_and_all_states_are_there_once() {
        List<String> codes = regions().stream().map(FormatFile.Region::region).toList();
        assertThat(codes).doesNotHaveDuplicates().containsAll(STATES);
        assertThat(codes.stream().map(PlateFormat::country).distinct()).hasSizeGreaterThanOrEqualTo(90);
    }

    @Test
    void country_codes_are_of_ISO_3166() {
        assertThat(regions().stream()
                        .map(region -> PlateFormat.country(region.region()).toUpperCase(Locale.ROOT)))
                .allMatch(code ->
                        code.equals("XK") || List.of(Locale.getISOCountries()).contains(code));
    }
}
