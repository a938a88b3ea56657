package dev.gantry.server.camera.managed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.image.ImageLimits;
import dev.gantry.image.StandardImageDecoder;
import dev.gantry.server.camera.FrameJpeg;
import dev.gantry.server.camera.TestClips;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FolderFramesTest {

    private static final long MAX_BYTES = 1 << 20;

    @TempDir
    Path folder;

    /** A folder with something in it is in its way: that stops whoever runs this. */
    @Test
    void aPictureThatCannotBeMovedIsTakenOnce() throws Exception {
        Path in = Files.createDirectories(folder.resolve("in"));
        Path done = folder.resolve("done");
        Files.createDirectories(done.resolve("64.jpg").resolve("in the way"));
        var decoder = new StandardImageDecoder(ImageLimits.DEFAULT);

        try (var frames =
                new FolderFrames(new CameraSource.Folder(in, done), decoder, MAX_BYTES, Duration.ofMillis(5))) {
            for (int width : new int[] {64, 80, 96, 112}) {
                Path file = in.resolve(width + ".jpg");
                Files.write(file, FrameJpeg.of(TestClips.gray(width, 48, 100), FrameJpeg.GOOD));

                assertThat(nextWidth(frames)).isEqualTo(width);
            }
        }

        assertThat(in.resolve("64.jpg")).exists();
        assertThat(done.resolve("96.jpg")).exists();
    }

    private static int nextWidth(FolderFrames frames) throws Exception {
        return Objects.requireNonNull(frames.next()).image().width();
    }
}
