package dev.gantry.server.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.server.review.Confusions.Confusion;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfusionsTest {

    @Test
    void differingCharactersAreCounted() {
        assertThat(Confusions.of(List.of(
                        new Correction("A812CD", "AB12CD"),
                        new Correction("A8I2CD", "AB12CD"),
                        new Correction("SAME", "SAME"))))
                .containsExactly(new Confusion("8", "B", 2), new Confusion("I", "1", 1));
    }

    @Test
    void missedAndInventedCharactersAreToldFromReplacedOnes() {
        assertThat(Confusions.of(List.of(new Correction("AB12", "AB123"), new Correction("1AB12", "AB12"))))
                .containsExactlyInAnyOrder(new Confusion("", "3", 1), new Confusion("1", "", 1));
        assertThat(Confusions.of(List.of(new Correction("", "A")))).containsExactly(new Confusion("", "A", 1));
    }
}
