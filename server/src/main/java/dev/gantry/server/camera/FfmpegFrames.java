package dev.gantry.server.camera;

import dev.gantry.image.Image;
import dev.gantry.server.camera.FfmpegLog.Heading;
import dev.gantry.server.camera.VideoException.Code;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Frames of a video, decoded by an ffmpeg child that writes them raw into a pipe. Rotation tags are honoured, each frame has
 * its own time, and the size may change on the way. The child ends with this process, however that ends: its pipe breaks.
 */
public final class FfmpegFrames implements FrameSource {

    private static final int CHANNELS = 3;

    /** What a pipe holds: Java takes memory for as much as is asked for, each time anew, and gets no more than this. */
    private static final int PIPE = 65_536;

    private final VideoInput input;
    private final Process process;
    private final FfmpegLog log = new FfmpegLog();
    private final Thread atExit;
    private int frames;
    private volatile boolean closed;

    private FfmpegFrames(VideoInput input, Process process) {
        this.input = input;
        this.process = process;
        atExit = Thread.ofPlatform().unstarted(process::destroyForcibly);
    }

    /**
     * Starts to decode.
     *
     * @param maxPixels of one frame
     * @throws VideoException NO_PROGRAM when ffmpeg cannot be started
     */
    public static FfmpegFrames open(FfmpegProgram program, VideoInput input, Sampling sampling, long maxPixels)
            throws VideoException {
        return open(program, input, sampling, Rotation.NONE, maxPixels);
    }

    /** As {@link #open}, with frames turned in addition to what the video's own tags say. */
    public static FfmpegFrames open(
            FfmpegProgram program, VideoInput input, Sampling sampling, Rotation rotation, long maxPixels)
            throws VideoException {
        var command = new ArrayList<String>();
        command.addAll(List.of(program.path(), "-hide_banner", "-nostdin", "-nostats", "-loglevel", "repeat+info"));
        command.addAll(List.of("-max_pixels", Long.toString(maxPixels)));
        command.addAll(input.arguments());
        command.addAll(
                List.of("-map", "0:v:0", "-vf", sampling.filter() + "," + rotation.filter() + "showinfo=checksum=0"));
        command.addAll(List.of("-fps_mode", "passthrough", "-noautoscale")); // as big as showinfo tells
        command.addAll(List.of("-f", "rawvideo", "-pix_fmt", "bgr24", "-flush_packets", "1", "pipe:1"));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .start();
            var source = new FfmpegFrames(input, process);
            Runtime.getRuntime().addShutdownHook(source.atExit);
            source.log.follow(process.getErrorStream(), input.name());
            return source;
        } catch (IOException e) {
            throw new VideoException(Code.NO_PROGRAM, "The program " + program.path() + " cannot be started.");
        }
    }

    @Override
    public @Nullable Frame next() throws VideoException, InterruptedException {
        Optional<Heading> heading = log.next();
        if (heading.isEmpty()) {
            return end();
        }
        try {
            Heading told = heading.get();
            int size = Math.multiplyExact(Math.multiplyExact(told.width(), told.height()), CHANNELS);
            var bgr = new byte[size];
            if (!fill(bgr)) {
                return end();
            }
            frames++;
            return new Frame(told.time(), new Image(told.width(), told.height(), bgr));
        } catch (IOException | ArithmeticException e) {
            return end();
        }
    }

    /** Reads into its place. @return whether there were enough bytes */
    private boolean fill(byte[] bgr) throws IOException {
        InputStream pixels = process.getInputStream();
        int filled = 0;
        while (filled < bgr.length) {
            int more = pixels.read(bgr, filled, Math.min(PIPE, bgr.length - filled));
            if (more < 0) {
                return false;
            }
            filled += more;
        }
        return true;
    }

    /** No more frames: the end of the video, or a failure. */
    private @Nullable Frame end() throws VideoException, InterruptedException {
        if (closed) {
            return null;
        }
        int code = process.waitFor();
        if (code == 0 && frames > 0) {
            return null;
        }
        throw failure(code);
    }

    private VideoException failure(int exitCode) {
        String why = reason(exitCode);
        String lower = why.toLowerCase(Locale.ROOT);
        Code code = lower.contains("no such file") || lower.contains("refused") || lower.contains("404")
                ? Code.NOT_FOUND
                : lower.contains("permission denied") || lower.contains("401") || lower.contains("403")
                        ? Code.FORBIDDEN
                        : lower.contains("picture size") ? Code.TOO_MANY_PIXELS : Code.BROKEN;
        String after = frames == 0 ? "cannot be read" : "breaks after " + frames + " frames";
        return new VideoException(code, "The video " + after + ": " + why);
    }

    /** ffmpeg's own words, the first that are an error: what follows is mostly their consequence. */
    private String reason(int exitCode) {
        return log.lines().stream()
                .filter(line ->
                        line.matches("(?i).*(error|invalid|no such|denied|refused|unauthorized|not found|failed|picture"
                                + " size|matches no streams|timed out).*"))
                .map(line -> line.replaceFirst("^\\[[^]]*] *", "").strip())
                .findFirst()
                .orElse("ffmpeg ended with code " + exitCode + " and does not say why");
    }

    @Override
    public Optional<Duration> length() {
        return input.isLive() ? Optional.empty() : log.length();
    }

    /** The last lines that ffmpeg wrote. */
    public List<String> lastLines() {
        return log.lines();
    }

    @Override
    public void close() {
        closed = true;
        process.destroyForcibly();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // this process is ending
        }
        try {
            process.getInputStream().close();
        } catch (IOException e) {
            // it is broken already
        }
    }
}
