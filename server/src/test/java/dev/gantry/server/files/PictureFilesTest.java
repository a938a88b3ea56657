package dev.gantry.server.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.image.ImageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureFilesTest {

    @TempDir
    Path folder;

    @Test
    void findsPicturesBelowAFolderInOrder() throws IOException {
        for (String name :
                new String[] {"b.jpg", "a/2.PNG", "a/1.webp", "a/notes.txt", ".hidden/x.jpg", "._b.jpg", "jpg"}) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.createFile(folder.resolve(name));
        }

        assertThat(PictureFiles.find(folder))
                .containsExactly(found("a/1.webp"), found("a/2.PNG"), found("b.jpg"), found("jpg"));
    }

    @Test
    void takesANamedFileWhateverItsName() throws IOException {
        var file = Files.createFile(folder.resolve("photo"));

        assertThat(PictureFiles.find(file)).containsExactly(new PictureFiles.Found(file, Path.of("photo")));
    }

    @Test
    void keepsWhatIsMissing() {
        var missing = folder.resolve("none.jpg");

        assertThat(PictureFiles.find(missing)).containsExactly(new PictureFiles.Unreadable(missing, true));
    }

    @Test
    void readsNoMoreThanTheLimit() throws Exception {
        var file = Files.write(folder.resolve("f"), new byte[11]);

        assertThat(PictureFile.read(file, 11)).hasSize(11);
        assertThatThrownBy(() -> PictureFile.read(file, 10))
                .isInstanceOfSatisfying(
                        ImageException.class, e -> assertThat(e.code()).isEqualTo(ImageException.Code.TOO_LARGE));
    }

    private PictureFiles.Found found(String relative) {
        return new PictureFiles.Found(folder.resolve(relative), Path.of(relative));
    }
}
