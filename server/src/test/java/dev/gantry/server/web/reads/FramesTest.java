package dev.gantry.server.web.reads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.plate.Box;
import dev.gantry.server.sighting.RawRead;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FramesTest {

    @Test
    void framesVoteOnEachCharacter() {
        var frames = Frames.of("AB-12", reads("AB12", "A812", "AB12", "A8I2"));

        assertThat(frames.columns()).extracting(Frames.Column::character).containsExactly("A", "B", "1", "2");
        assertThat(frames.columns()).extracting(Frames.Column::votes).containsExactly(4, 2, 3, 4);
        assertThat(frames.columns().get(1).share()).isEqualTo(0.5);
        assertThat(frames.columns().get(1).others()).containsExactly(new Frames.Other("8", 2));
        assertThat(cells(frames, 3)).containsExactly("A", "8", "I", "2");
        assertThat(frames.lines().get(3).cells())
                .extracting(Frames.Cell::differs)
                .containsExactly(false, true, true, false);
    }

    @Test
    void whatIsMissingOrTooMuchStaysInItsPlace() {
        var frames = Frames.of("AB12", reads("B12", "XAB12", "AB1Z2", ""));

        assertThat(cells(frames, 0)).containsExactly("∅", "B", "1", "2");
        assertThat(cells(frames, 1)).containsExactly("XA", "B", "1", "2");
        assertThat(cells(frames, 2)).containsExactly("A", "B", "1Z", "2");
        assertThat(cells(frames, 3)).containsExactly("∅", "∅", "∅", "∅");
    }

    @Test
    void thereIsNoVoteWithoutFrames() {
        assertThat(Frames.of("AB12", List.of()).columns()).allMatch(column -> column.share() == 0);
    }

    private static List<String> cells(Frames frames, int line) {
        return frames.lines().get(line).cells().stream().map(Frames.Cell::text).toList();
    }

    private static List<RawRead> reads(String... texts) {
        return Stream.of(texts)
                .map(text -> new RawRead(Instant.EPOCH, text, 0.9, 0.5, new Box(0, 0, 100, 25)))
                .toList();
    }
}
