package dev.gantry.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Base64TextTest {

    private static final byte[] BYTES = {(byte) 0xfb, (byte) 0xef, (byte) 0xff, 1};

    @ParameterizedTest
    @ValueSource(
            strings = {
                "++//AQ==",
                "++//AQ",
                "--__AQ==",
                "--__AQ",
                " ++//\r\nAQ==\n",
                "data:image/png;base64,++//AQ==",
                "DATA:IMAGE/JPEG;BASE64,--__AQ",
                "data:;base64,++//AQ=="
            })
    void readsEveryWayOfWriting(String text) {
        assertThat(Base64Text.decode(text)).isEqualTo(BYTES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "A", "++//AQ===", "data:image/png,++//AQ==", "data:", "data:image/png;base64"})
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> Base64Text.decode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void knowsHowLongItWillBe() {
        var random = new Random(20_261_121);
        for (int length = 0; length < 50; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            String text = Base64.getEncoder().encodeToString(bytes);

            assertThat(Base64Text.lengthOf(length)).isEqualTo(text.length());
            assertThat(Base64Text.decode(text)).isEqualTo(bytes);
        }
    }
}
