package dev.gantry.grammar;

import static dev.gantry.grammar.Readings.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.plate.Candidate;
import dev.gantry.plate.CharacterChange;
import dev.gantry.plate.CharacterLattice;
import dev.gantry.plate.Reading;
import dev.gantry.plate.RegionScore;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PlateGrammarTest {

    private static final double LONG_PLATE = 4.6;
    private static final double AMERICAN_PLATE = 2;
    private static final double ASPECT_UNKNOWN = 0;

    private final PlateGrammar grammar = PlateGrammar.shipped();

    private Interpretation interpret(String notation, String... hint) {
        return grammar.hinted(List.of(hint)).interpret(reading(notation), ASPECT_UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "AB(I1)2CDE, AB12CDE", // United Kingdom: a digit
        "(0O)B12CDE, OB12CDE", // and a letter
        "AB1(Z2)CDE, AB12CDE",
        "A8(B8)C1DE, A8BC1DE", // nothing to gain
        "HH(0O)B1234, HHOB1234", // Germany
        "HHAB12(B8)4, HHAB1284",
        "A(8B)C1D23, ABC1D23", // Brazil
        "ABC1D(Z2)3, ABC1D23",
        "KA(O0)1AB1234, KA01AB1234", // India
        "K(4A)01AB1234, KA01AB1234",
        "(17)ABC123, 1ABC123", // both are possible in California
        "7A(8B)C123, 7ABC123",
        "京A(I1)2345, 京A12345", // China has neither I nor O
        "京A1(O0)23D, 京A1023D",
        "WX1(S5)AC7, WX1SAC7", // no format is worth a change
        "(京4)A12345, 京A12345"
    })
    void near_ties_settle_by_the_format(String notation, String text) {
        assertThat(interpret(notation).reading().text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "AB(I1)2CDE, gb, AB12CDE",
        "ABC(I1)234, us-ny, ABC1234",
        "ABC1(0D)23, br, ABC1023", // old and Mercosur: as read
        "ABC1(D0)23, br, ABC1D23",
        "(O0)12345, us-de, 012345",
        "LE(A4)1234, pk, LEA1234",
        "KR1234(0O), pl, KR12340" // Poland has no O there
    })
    void a_hint_says_which_formats_count(String notation, String region, String text) {
        assertThat(interpret(notation, region).reading().text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"LIVE4U", "B00K", "B00KEM", "L0VE", "1CEMAN", "SK8TER", "0SCAR"})
    void vanity_plates_survive(String text) {
        assertThat(interpret(text).reading().text()).isEqualTo(text);
        assertThat(interpret(text).changes()).isEmpty();
        assertThat(interpret(text, "us").reading().text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"L(I1)VE4U, LIVE4U", "B(0O)0K, B00K", "B0(0O)KEM, B00KEM"})
    void a_doubtful_vanity_plate_is_not_bent_into_a_format(String notation, String text) {
        assertThat(interpret(notation).reading().text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"AB(I1)2CDE, gb", "HH(0O)B1234, de", "(I1)ABC123, us-ca", "京A(I1)2345, cn"})
    void what_the_reader_is_sure_of_stays(String notation, String region) {
        Reading sure = reading(notation, 0.96, 0.04);
        Interpretation found = grammar.hinted(List.of(region)).interpret(sure, ASPECT_UNKNOWN);
        assertThat(found.reading()).isSameAs(sure);
        assertThat(found.changes()).isEmpty();
    }

    @Test
    void a_hint_sharpens() {
        Reading doubtful = reading("ABC(I1)23", 0.8, 0.19);
        Reading hinted =
                grammar.hinted(List.of("se")).interpret(doubtful, LONG_PLATE).reading();
        assertThat(hinted.text()).isEqualTo("ABC123");
        double before =
                grammar.interpret(reading("LK(I1)2CDE"), LONG_PLATE).reading().confidence();
        double after = grammar.hinted(List.of("gb"))
                .interpret(reading("LK(I1)2CDE"), LONG_PLATE)
                .reading()
                .confidence();
        assertThat(after).isGreaterThan(before);
    }

    @Test
    void a_change_is_explained() {
        Interpretation found = interpret("LK(I1)2CDE");
        assertThat(found.changes()).containsExactly(new CharacterChange(3, "I", "1", "GB AA99AAA"));
        assertThat(found.region()).isEqualTo("gb");
    }

    @Test
    void confidences_follow_the_change() {
        Reading found = interpret("LK(I1)2CDE").reading();
        assertThat(found.characters().get(2).character()).isEqualTo("1");
        assertThat(found.characters().get(2).confidence()).isBetween(0.85, 0.98);
        assertThat(found.characters().get(1).confidence()).isEqualTo(Readings.SURE);
        assertThat(found.confidence()).isBetween(0.8, 0.98);
        assertThat(found.candidates().getFirst()).isEqualTo(new Candidate(found.text(), found.confidence()));
        assertThat(found.candidates())
                .hasSize(3)
                .extracting(Candidate::text)
                .doesNotHaveDuplicates()
                .contains("LKI2CDE");
    }

    @ParameterizedTest
    @CsvSource({"LK12CDE, gb", "KA01AB1234, in", "京A12345, cn", "AA1234BC, ua", "WPR12AC, pl", "TM12ABC, ro"})
    void a_telling_format_gives_the_region(String text, String region) {
        assertThat(interpret(text).region()).isEqualTo(region);
        assertThat(interpret(text).regions().getFirst().region()).isEqualTo(region);
    }

    @Test
    void a_format_of_several_countries_gives_them_all() {
        Interpretation found = interpret("AB123CD");
        assertThat(found.region()).isNull();
        assertThat(found.regions()).extracting(RegionScore::region).contains("fr", "it", "ar");
        assertThat(interpret("AB123CD", "it").region()).isEqualTo("it");
    }

    @Test
    void the_plates_shape_tells_countries_apart() {
        assertThat(grammar.interpret(reading("AB123CD"), LONG_PLATE).regions())
                .extracting(RegionScore::region)
                .startsWith("it");
        assertThat(grammar.interpret(reading("ABC123"), LONG_PLATE)
                        .regions()
                        .getFirst()
                        .region())
                .isNotEqualTo("us");
        assertThat(grammar.interpret(reading("7ABC123"), AMERICAN_PLATE)
                        .regions()
                        .getFirst()
                        .region())
                .isEqualTo("us");
    }

    @Test
    void states_add_up_to_their_country() {
        List<RegionScore> regions =
                grammar.interpret(reading("7ABC123"), AMERICAN_PLATE).regions();
        assertThat(regions).extracting(RegionScore::region).contains("us", "us-ca");
        assertThat(interpret("ABC1234", "us").region()).isEqualTo("us");
        assertThat(interpret("7ABC123", "us").region()).isEqualTo("us-ca");
    }

    @Test
    void letters_with_dots_fit_as_plain_ones_and_keep_their_dots() {
        assertThat(interpret("MÜAB1234").region()).isEqualTo("de");
        Interpretation found = interpret("GÖXY(I1)23", "de");
        assertThat(found.reading().text()).isEqualTo("GÖXY123");
        assertThat(found.changes()).containsExactly(new CharacterChange(5, "I", "1", "DE AAAA999"));
    }

    @Test
    void dots_are_the_readers_business() {
        assertThat(interpret("M(ÜU)AB1234").reading().text()).isEqualTo("MÜAB1234");
        assertThat(interpret("M(UÜ)AB1234").reading().text()).isEqualTo("MUAB1234");
    }

    @Test
    void what_fits_nothing_is_from_nowhere() {
        Interpretation found = interpret("ZZZZZZZZZ");
        assertThat(found.region()).isNull();
        assertThat(found.regions()).isEmpty();
    }

    @Test
    void without_a_lattice_the_text_stays_and_still_tells_its_region() {
        Reading read = reading("LK12CDE");
        var bare = new Reading(
                read.text(),
                read.confidence(),
                read.characters(),
                read.candidates(),
                new CharacterLattice(List.of(), List.of()));
        assertThat(grammar.interpret(bare, ASPECT_UNKNOWN).reading()).isSameAs(bare);
        assertThat(grammar.interpret(bare, ASPECT_UNKNOWN).region()).isEqualTo("gb");
    }

    @Test
    void nothing_read_is_nothing() {
        var empty = new Reading("", 0, List.of(), List.of(), new CharacterLattice(Readings.ALPHABET, List.of()));
        assertThat(grammar.interpret(empty, LONG_PLATE)).isEqualTo(Interpretation.asRead(empty));
    }

    @Test
    void an_unknown_region_is_named() {
        assertThatThrownBy(() -> grammar.hinted(List.of("gb", "qq")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'qq'");
    }
}
