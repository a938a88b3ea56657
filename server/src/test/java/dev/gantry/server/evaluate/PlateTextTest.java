package dev.gantry.server.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlateTextTest {

    @Test
    void keepsLettersAndDigitsOfAnyScript() {
        assertThat(PlateText.normalize("b-ms 12.34e")).isEqualTo("BMS1234E");
        assertThat(PlateText.normalize("浙D·911SY")).isEqualTo("浙D911SY");
        assertThat(PlateText.normalize("12가 3456")).isEqualTo("12가3456");
    }

    @Test
    void foldsOnlyOAndI() {
        assertThat(PlateText.fold("OI01QBS")).isEqualTo("0101QBS");
    }

    @ParameterizedTest
    @CsvSource({"ABC,ABC,0", "ABC,'',3", "'',AB,2", "KITTEN,SITTING,3", "AB12,BA12,2", "浙D91,D91,1"})
    void countsEdits(String from, String to, int edits) {
        assertThat(PlateText.distance(from, to)).isEqualTo(edits);
        assertThat(PlateText.distance(to, from)).isEqualTo(edits);
    }
}
