package dev.gantry.server.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlateKeyTest {

    @ParameterizedTest
    @CsvSource({
        "ab-12 cd, AB12CD",
        "MÜ·N 4513, MUN4513",
        "ålg-386, ALG386",
        "ČK 123-AŽ, CK123AZ",
        "ĐA 12, ĐA12", // a letter of its own: D with a stroke
        "皖AX799L, 皖AX799L",
        "서울74사9728, 서울74사9728",
        "Ёж 1, ЁЖ1",
        "Straße, STRASSE",
        "'--', ''"
    })
    void lettersAndDigitsAlone(String text, String key) {
        assertThat(PlateKey.of(text)).isEqualTo(key);
    }
}
