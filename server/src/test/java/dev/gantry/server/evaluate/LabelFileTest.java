package dev.gantry.server.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gantry.plate.Box;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelFileTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameFile() throws IOException {
        file = Files.createDirectories(folder.resolve("photos")).resolve("labels.jsonl");
    }

    @Test
    void readsAllFields() throws IOException {
        var pictures = read("""
                {"image":"a/1.jpg","set":"s","kind":"crop","w":9,"plates":[{"box":[1,2.5,3,4],"quad":null,"text":"ab-12"}]}

                {"image":"a/2.jpg","set":"s","plates":[{"quad":[[1,1],[11,2],[11,8],[1,7]],"text":null},{"text":"X1"}]}
                """);

        assertThat(pictures).hasSize(2);
        var crop = pictures.getFirst();
        assertThat(crop.file()).isEqualTo(file.resolveSibling("a/1.jpg").toAbsolutePath());
        assertThat(crop.kind()).isEqualTo(LabelledPicture.Kind.CROP);
        assertThat(crop.plates()).containsExactly(new LabelledPlate(new Box(1, 2.5, 3, 4), "AB12"));
        assertThat(pictures.get(1).kind()).isEqualTo(LabelledPicture.Kind.SCENE);
        assertThat(pictures.get(1).plates())
                .containsExactly(new LabelledPlate(new Box(1, 1, 10, 7), null), new LabelledPlate(null, "X1"));
    }

    @Test
    void needsNoMoreThanAPicture() throws IOException {
        var picture = read("{\"image\":\"1.jpg\"}").getFirst();

        assertThat(picture.set()).isEqualTo("photos");
        assertThat(picture.plates()).isEmpty();
    }

    @Test
    void namesTheLineThatIsWrong() {
        assertThatThrownBy(() -> read("{\"image\":\"1.jpg\"}\n{\"picture\":\"2.jpg\"}"))
                .isInstanceOf(LabelException.class)
                .hasMessage(file + ", line 2: it has no \"image\".");
        assertThatThrownBy(() -> read("{\"image\":\"1.jpg\",\"plates\":[{\"box\":[1,2,3]}]}"))
                .hasMessage(file + ", line 1: \"box\" must be [x, y, width, height].");
        assertThatThrownBy(() -> read("{\"image\":\"1.jpg\",\"kind\":\"photo\"}"))
                .hasMessageContaining("\"kind\"");
        assertThatThrownBy(() -> read("image,plate")).hasMessageContaining("line 1: this is not JSON");
        assertThatThrownBy(() -> read("[1]")).hasMessageContaining("a JSON object is expected");
    }

    @Test
    void saysSoWhenThereIsNoSuchFile() {
        assertThatThrownBy(() -> new LabelFile(new ObjectMapper()).read(folder.resolve("none.jsonl")))
                .isInstanceOf(LabelException.class)
                .hasMessageContaining("There is no file");
    }

    private List<LabelledPicture> read(String text) throws IOException {
        Files.writeString(file, text);
        return new LabelFile(new ObjectMapper()).read(file);
    }
}
