package dev.gantry.server.camera;

import dev.gantry.image.Image;
import java.nio.file.Path;
import java.util.Arrays;

/** Clips that tests write for themselves. */
public final class TestClips {

    public static final double FRAMES_PER_SECOND = 25;

    private TestClips() {}

    /** The program that every test uses; unpacked once. */
    public static FfmpegProgram program() throws VideoException {
        return FfmpegProgram.find(null, Path.of("target", "ffmpeg").toAbsolutePath());
    }

    /** A clip of evenly grey frames, each brighter than the one before by {@code step}. */
    public static Path gray(Path file, int width, int height, int frames, int step) throws Exception {
        try (var video = FfmpegVideo.create(program(), file, width, height, FRAMES_PER_SECOND)) {
            for (int i = 0; i < frames; i++) {
                video.write(gray(width, height, i * step));
            }
            video.finish();
        }
        return file;
    }

    /** An evenly grey picture. */
    public static Image gray(int width, int height, int brightness) {
        var bgr = new byte[width * height * 3];
        Arrays.fill(bgr, (byte) Math.min(255, brightness));
        return new Image(width, height, bgr);
    }
}
