package dev.gantry.server.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExclusionsTest {

    @TempDir
    Path folder;

    private final LabelledPicture first = picture("1.jpg", "A1", "B2");
    private final LabelledPicture second = picture("2.jpg", "C3");

    @Test
    void takesOneTextOutOfTheScoreOrAWholePicture() throws IOException {
        var exclusions = read("""
                {"image":"1.jpg","text":"b-2","reason":"it says B3"}
                {"image":"2.jpg","reason":"it shows a door"}
                """);

        var left = exclusions.applyTo(List.of(PictureResult.failed(first, ""), PictureResult.failed(second, "")));

        assertThat(left).hasSize(1);
        assertThat(left.getFirst().plates())
                .extracting(plate -> plate.label().text())
                .containsExactly("A1", null);
    }

    @Test
    void findsThoseThatFitNoLabel() throws IOException {
        var exclusions = read("""
                {"image":"1.jpg","text":"A1","reason":"x"}
                {"image":"1.jpg","text":"A2","reason":"x"}
                {"image":"3.jpg","reason":"x"}
                """);

        assertThat(exclusions.unused(List.of(first, second))).containsExactly("1.jpg A2", "3.jpg");
    }

    @Test
    void wantsAReason() {
        assertThatThrownBy(() -> read("{\"image\":\"1.jpg\"}")).hasMessageContaining("it has no \"reason\"");
    }

    private Exclusions read(String text) throws IOException {
        return Exclusions.read(Files.writeString(folder.resolve("wrong.jsonl"), text), new ObjectMapper());
    }

    private static LabelledPicture picture(String name, String... texts) {
        var labels = List.of(texts).stream()
                .map(text -> new LabelledPlate(null, text))
                .toList();
        return new LabelledPicture(Path.of(name), name, "s", LabelledPicture.Kind.SCENE, "", labels);
    }
}
