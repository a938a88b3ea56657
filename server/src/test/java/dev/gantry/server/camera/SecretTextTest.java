package dev.gantry.server.camera;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretTextTest {

    @ParameterizedTest
    @CsvSource({
        "rtsp://u:p@cam/1, rtsp://cam/1",
        "http://cam/s.cgi?user=u&pwd=p&ch=2, http://cam/s.cgi?user=***&pwd=***&ch=2",
        "http://cam/s?loginuse=u&loginpas=p, http://cam/s?loginuse=***&loginpas=***",
        "Error opening input rtsp://u:p@cam/1: timed out, Error opening input rtsp://cam/1: timed out",
        "http://cam/a@b, http://cam/a@b",
        "mail@home, mail@home"
    })
    void nothingSecretIsLeft(String text, String masked) {
        assertThat(SecretText.masked(text)).isEqualTo(masked);
    }
}
