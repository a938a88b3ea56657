package dev.gantry.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLeftoversTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @TempDir
    Path temporary;

    @Test
    void deletesWhatAKilledProcessLeft() throws IOException {
        Path old = folder("onnxruntime-java1", Duration.ofHours(1));

        NativeLeftovers.delete(temporary, NOW);

        assertThat(old).doesNotExist();
    }

    @Test
    void leavesWhatIsBeingUnpackedAndWhatIsNotOnnxRuntimes() throws IOException {
        Path fresh = folder("onnxruntime-java2", Duration.ofSeconds(5));
        Path other = folder("something-else", Duration.ofDays(3));
        Path odd = folder("onnxruntime-java3", Duration.ofDays(3));
        Files.createDirectory(odd.resolve("folder"));
        age(odd, Duration.ofDays(3));

        NativeLeftovers.delete(temporary, NOW);

        assertThat(fresh.resolve("libonnxruntime.so")).exists();
        assertThat(other.resolve("libonnxruntime.so")).exists();
        assertThat(odd.resolve("folder")).exists();
    }

    @Test
    void doesNotFollowLinks() throws IOException {
        Path target = folder("precious", Duration.ofDays(3));
        Files.createSymbolicLink(temporary.resolve("onnxruntime-java4"), target);

        NativeLeftovers.delete(temporary, Instant.now().plus(Duration.ofDays(1)));

        assertThat(target.resolve("libonnxruntime.so")).exists();
    }

    @Test
    void doesNotMindAMissingFolder() {
        NativeLeftovers.delete(temporary.resolve("none"), NOW);
        assertThat(temporary).isEmptyDirectory();
    }

    private Path folder(String name, Duration old) throws IOException {
        Path folder = Files.createDirectory(temporary.resolve(name));
        Files.writeString(folder.resolve("libonnxruntime.so"), "library");
        age(folder, old);
        return folder;
    }

    private static void age(Path folder, Duration old) throws IOException {
        Files.setLastModifiedTime(folder, FileTime.from(NOW.minus(old)));
    }
}
