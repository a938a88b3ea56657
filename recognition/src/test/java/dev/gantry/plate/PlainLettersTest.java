package dev.gantry.plate;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainLettersTest {

    @ParameterizedTest
    @CsvSource({"MÜN, MUN", "ÄÖÜÅ, AOUA", "ČĆŠŽ, CCSZ", "ĐØÆ, ĐØÆ", "皖A, 皖A", "서울74, 서울74", "Ё, Ё", "O0-1, O0-1"})
    void latinLettersLoseWhatStandsAboveOrBelowThem(String text, String plain) {
        assertThat(PlainLetters.of(text)).isEqualTo(plain);
    }

    @Property
    void noCharacterIsLostOrWon(@ForAll String text) {
        String plain = PlainLetters.of(text);
        assertThat(plain.codePointCount(0, plain.length())).isEqualTo(text.codePointCount(0, text.length()));
        assertThat(PlainLetters.of(plain)).isEqualTo(plain);
    }
}
