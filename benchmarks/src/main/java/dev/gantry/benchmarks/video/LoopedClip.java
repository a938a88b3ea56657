package dev.gantry.benchmarks.video;

import dev.gantry.server.camera.FfmpegFrames;
import dev.gantry.server.camera.FfmpegProgram;
import dev.gantry.server.camera.Frame;
import dev.gantry.server.camera.FrameSource;
import dev.gantry.server.camera.Sampling;
import dev.gantry.server.camera.VideoException;
import dev.gantry.server.camera.VideoInput;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A clip that is played again and again at its own speed for some time, as a camera delivers its frames. */
final class LoopedClip implements FrameSource {

    /** At its start ffmpeg sends what it is behind with, all at once. */
    private static final Duration START = Duration.ofSeconds(2);

    private final FfmpegFrames frames;
    private final Duration length;
    private long offered;

    LoopedClip(FfmpegProgram program, Path clip, double framesPerSecond, Duration length) throws VideoException {
        this.length = length;
        frames = FfmpegFrames.open(
                program, new VideoInput.OfLoop(clip), new Sampling.AtMost(framesPerSecond), VideoBenchmark.MAX_PIXELS);
    }

    @Override
    public @Nullable Frame next() throws VideoException, InterruptedException {
        Frame frame = frames.next();
        while (frame != null && frame.time().compareTo(START) < 0) {
            frame = frames.next();
        }
        if (frame == null || frame.time().compareTo(length) >= 0) {
            return null;
        }
        offered++;
        return frame;
    }

    long offered() {
        return offered;
    }

    @Override
    public void close() {
        frames.close();
    }
}
