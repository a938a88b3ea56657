package dev.gantry.server.camera;

import dev.gantry.image.Image;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A clip that is written frame by frame, encoded by an ffmpeg child. Unless it is finished nothing is left of it. */
public final class FfmpegVideo implements AutoCloseable {

    private final Process process;
    private final OutputStream frames;
    private final Path target;
    private final int width;
    private final int height;
    private boolean finished;

    private FfmpegVideo(Process process, Path target, int width, int height) {
        this.process = process;
        this.frames = new BufferedOutputStream(process.getOutputStream());
        this.target = target;
        this.width = width;
        this.height = height;
    }

    /** Starts a file of the format that its name's ending tells; one that is there is replaced. */
    public static FfmpegVideo create(FfmpegProgram program, Path target, int width, int height, double framesPerSecond)
            throws IOException {
        Process process = new ProcessBuilder(List.of(
                        program.path(),
                        "-hide_banner",
                        "-loglevel",
                        "error",
                        "-y",
                        "-f",
                        "rawvideo",
                        "-pix_fmt",
                        "bgr24",
                        "-s",
                        width + "x" + height,
                        "-r",
                        String.format(Locale.ROOT, "%.3f", framesPerSecond),
                        "-i",
                        "pipe:0",
                        "-vf",
                        "pad=ceil(iw/2)*2:ceil(ih/2)*2", // H.264 halves the colours
                        "-c:v",
                        program.encoder(),
                        "-b:v",
                        "4M",
                        "-pix_fmt",
                        "yuv420p",
                        "file:" + target))
                .redirectOutput(ProcessBuilder.Redirect.to(new File("/dev/null")))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new FfmpegVideo(process, target, width, height);
    }

    /** Adds a frame; one of another size than the first, as where a stream changes, is left out. */
    public void write(Image frame) throws IOException {
        if (frame.width() == width && frame.height() == height) {
            frames.write(frame.bgr());
        }
    }

    /** Ends the file. */
    public void finish() throws IOException, InterruptedException {
        frames.close();
        if (process.waitFor() != 0) {
            throw new IOException("the encoder failed");
        }
        finished = true;
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        if (!finished) {
            Files.deleteIfExists(target);
        }
    }
}
