package dev.gantry.server.camera.managed;

import dev.gantry.image.Image;
import dev.gantry.server.camera.FfmpegFrames;
import dev.gantry.server.camera.Frame;
import dev.gantry.server.camera.FrameJpeg;
import dev.gantry.server.camera.FrameSource;
import dev.gantry.server.camera.VideoException;
import java.time.Duration;
import java.util.List;

/** Opens a camera's source once, to see whether it works. */
final class CameraTrial {

    /** A camera that sends a whole picture only every ten seconds still passes. */
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private CameraTrial() {}

    static TrialResult run(FrameSources sources, CameraDefinition camera) throws InterruptedException {
        List<String> log = List.of();
        try {
            FrameSource source = sources.open(camera);
            try (var feed = new Feed(source, camera.id() + " trial", true, () -> {})) {
                Frame frame = feed.next(camera.source() instanceof CameraSource.Folder ? Duration.ZERO : LONGEST);
                if (frame != null) {
                    Image image = frame.image();
                    return new TrialResult.Works(
                            image.width(), image.height(), FrameJpeg.of(image, FrameJpeg.TO_WATCH));
                }
                return camera.source() instanceof CameraSource.Folder
                        ? new TrialResult.Waits("The folder is there; pictures are taken as they come.")
                        : new TrialResult.Fails(
                                "No picture has come for %d s.".formatted(LONGEST.toSeconds()), List.of());
            } finally {
                if (source instanceof FfmpegFrames ffmpeg) {
                    log = ffmpeg.lastLines();
                }
            }
        } catch (VideoException e) {
            return new TrialResult.Fails(e.getMessage() == null ? "It cannot be opened." : e.getMessage(), log);
        }
    }
}
