package dev.gantry.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gantry.server.bench.StartUp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {

    @TempDir
    Path folder;

    @BeforeEach
    void layOutPhotos() throws IOException {
        Photos.white(folder.resolve("photos/a.png"), 100);
        Photos.black(folder.resolve("photos/b.png"), 120);
        Files.writeString(folder.resolve("photos/c.jpg"), "no picture");
    }

    @Test
    void measuresEachNumberOfThreads() throws Exception {
        var run = run(
                "--json",
                "--seconds",
                "0",
                "--threads",
                "1,3",
                folder.resolve("photos").toString());

        var json = new ObjectMapper().readTree(run.out());
        assertThat(run.code()).isZero();
        assertThat(json.path("pictures").asInt()).isEqualTo(2);
        assertThat(json.at("/loads/0/pictures").asInt()).isEqualTo(2);
        assertThat(json.at("/loads/1/threads").asInt()).isEqualTo(3);
        assertThat(json.at("/loads/1/pictures").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(json.at("/startUp/firstAnswerMs").asDouble()).isEqualTo(500);
        assertThat(json.at("/machine/processors").asInt()).isPositive();
    }

    @Test
    void printsAllFigures() {
        var run = run("--seconds", "0", folder.resolve("photos").toString());

        assertThat(run.out()).contains("images/s", "Stages      decode", "first answer after 500 ms, 90 MiB", "Memory");
    }

    @Test
    void startsTheOtherProcessWithTheSameOptions() {
        var run = run(
                "--seconds", "0", "--effort", "fast", folder.resolve("photos").toString());

        assertThat(run.out()).contains("91 MiB at most");
    }

    @Test
    void saysSoWhenThereIsNothingToMeasure() throws IOException {
        var empty = Files.createDirectory(folder.resolve("empty"));

        var run = run(empty.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("There are no pictures in " + empty);
    }

    private static CommandRun run(String... arguments) {
        return CommandRun.of(
                new BenchCommand(Photos::recognizer, (_, options) -> new StartUp(500, options.isEmpty() ? 90.0 : 91.0)),
                arguments);
    }
}
