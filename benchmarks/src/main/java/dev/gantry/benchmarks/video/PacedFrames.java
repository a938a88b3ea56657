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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A clip that is played again and again at its own speed for some time, as a camera delivers its frames. */
final class PacedFrames implements FrameSource {

    private static final long MAX_PIXELS = 100_000_000;

    private final FfmpegProgram program;
    private final Path clip;
    private final double framesPerSecond;
    private final Duration length;
    private final long start = System.nanoTime();
    private FfmpegFrames frames;
    private Duration round = Duration.ZERO;
    private Duration last = Duration.ZERO;
    private long offered;

    PacedFrames(FfmpegProgram program, Path clip, double framesPerSecond, Duration length) throws VideoException {
        this.program = program;
        this.clip = clip;
        this.framesPerSecond = framesPerSecond;
        this.length = length;
        frames = open();
    }

    private FfmpegFrames open() throws VideoException {
        return FfmpegFrames.open(
                program, new VideoInput.OfFile(clip), new Sampling.AtMost(framesPerSecond), MAX_PIXELS);
    }

    @Override
    public @Nullable Frame next() throws VideoException, InterruptedException {
        Frame frame = frames.next();
        if (frame == null) {
            frames.close();
            frames = open();
            round = last.plus(Duration.ofNanos((long) (1e9 / framesPerSecond)));
            frame = frames.next();
        }
        if (frame == null) {
            return null;
        }
        last = round.plus(frame.time());
        if (last.compareTo(length) >= 0) {
            return null;
        }
        long early = last.toNanos() - (System.nanoTime() - start);
        if (early > 0) {
            Thread.sleep(Duration.ofNanos(early));
        }
        offered++;
        return new Frame(last, frame.image());
    }

    long offered() {
        return offered;
    }

    @Override
    public Optional<Duration> length() {
        return Optional.empty();
    }

    @Override
    public void close() {
        frames.close();
    }
}
