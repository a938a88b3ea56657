package dev.gantry.server.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SseFrameTest {

    @Test
    void writesNumberTypeAndData() {
        assertThat(SseFrame.of(7, "AB 123")).isEqualTo("id: 7\ndata: AB 123\n\n");
        assertThat(SseFrame.of(7, "read", "{}")).isEqualTo("id: 7\nevent: read\ndata: {}\n\n");
        assertThat(SseFrame.of(7, "")).isEqualTo("id: 7\ndata: \n\n");
    }

    @Test
    void noLineBreakBeginsAField() {
        for (String lineBreak : new String[] {"\n", "\r", "\r\n", "\n\n", "\r\r"}) {
            assertThat(SseFrame.of(7, "AB" + lineBreak + "event: evil").split("[\r\n]+"))
                    .allMatch(line -> line.startsWith("id: 7") || line.startsWith("data: "));
        }
    }
}
