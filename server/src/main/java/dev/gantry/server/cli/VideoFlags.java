package dev.gantry.server.cli;

import dev.gantry.server.camera.FfmpegProgram;
import dev.gantry.server.camera.Sampling;
import dev.gantry.server.camera.VideoException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that every command has which reads videos. */
final class VideoFlags {

    /** A car at 50 km/h that can be read for 10 metres is seen three or four times. */
    static final double OF_FILES = 5;

    /** What a live source is looked at while a vehicle is in view; less often otherwise. */
    static final double OF_LIVE_SOURCES = 10;

    private static final double MOST_FRAMES_PER_SECOND = 60;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Option(
            names = "--fps",
            paramLabel = "N",
            description =
                    "Frames of each second of a video that are looked at, at most (default: 5 of files, 10 of cameras).")
    private @Nullable Double framesPerSecond;

    @Option(
            names = "--ffmpeg",
            paramLabel = "PROGRAM",
            description =
                    "Another ffmpeg to decode videos with (default: the one that comes along, or the one on the PATH).")
    private @Nullable String ffmpeg;

    void check() {
        if (framesPerSecond != null && !(framesPerSecond > 0 && framesPerSecond <= MOST_FRAMES_PER_SECOND)) {
            throw new ParameterException(spec.commandLine(), "--fps must be above 0 and at most 60.");
        }
    }

    /** What was given, or otherwise this. */
    Sampling sampling(double otherwise) {
        return new Sampling.AtMost(framesPerSecond == null ? otherwise : framesPerSecond);
    }

    FfmpegProgram program() throws VideoException {
        return FfmpegProgram.find(ffmpeg, FfmpegProgram.userCache());
    }
}
