package dev.gantry.server.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewReadTest {

    @Test
    void aLetterAndItsDotsAreOneCharacter() {
        var read = new NewRead(
                "1",
                Instant.EPOCH,
                "GO\u0308 AB 12",
                1,
                null,
                null,
                null,
                List.of(),
                new Source("openalpr", "127.0.0.1", null),
                null,
                null,
                NewRead.Evidence.NONE);

        assertThat(read.text()).isEqualTo("G\u00d6 AB 12");
        assertThat(PlateKey.of(read.text())).isEqualTo("GOAB12");
    }
}
