package dev.gantry.server.camera;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What ffmpeg tells on its standard error: of each frame its time and size, by the {@code showinfo} filter, since raw frames
 * carry neither; the length of the video; and whatever went wrong, of which the last lines are kept.
 */
final class FfmpegLog {

    private static final int KEPT_LINES = 100;

    private static final Pattern FRAME = Pattern.compile("showinfo.* n: *\\d+ .*pts_time:(\\S+).* s:(\\d+)x(\\d+)");
    private static final Pattern LENGTH = Pattern.compile("^ *Duration: (\\d+):(\\d+):(\\d+\\.\\d+)");

    /** What is told of a frame before its bytes come. */
    record Heading(Duration time, int width, int height) {}

    private final BlockingQueue<Optional<Heading>> headings = new LinkedBlockingQueue<>();
    private final Deque<String> lines = new ArrayDeque<>();
    private volatile Optional<Duration> length = Optional.empty();
    private Duration last = Duration.ZERO;

    /** Reads to the end, in a thread of its own. */
    void follow(InputStream stderr, String name) {
        Thread.ofPlatform().name("ffmpeg-log " + name).daemon().start(() -> {
            try (var reader = new BufferedReader(new InputStreamReader(stderr, StandardCharsets.UTF_8))) {
                reader.lines().forEach(this::line);
            } catch (IOException | java.io.UncheckedIOException e) {
                // the process has been ended
            } finally {
                headings.add(Optional.empty());
            }
        });
    }

    private void line(String line) {
        Matcher frame = FRAME.matcher(line);
        if (frame.find()) {
            headings.add(Optional.of(new Heading(
                    time(frame.group(1)), Integer.parseInt(frame.group(2)), Integer.parseInt(frame.group(3)))));
        } else if (!line.contains("showinfo")) {
            Matcher duration = LENGTH.matcher(line);
            if (duration.find()) {
                double seconds = Double.parseDouble(duration.group(3))
                        + 60 * (Integer.parseInt(duration.group(2)) + 60.0 * Integer.parseInt(duration.group(1)));
                length = Optional.of(Duration.ofMillis(Math.round(seconds * 1000)));
            }
            synchronized (lines) {
                lines.add(SecretText.masked(line));
                if (lines.size() > KEPT_LINES) {
                    lines.remove();
                }
            }
        }
    }

    /** Never before the frame before, whatever a broken file says. */
    private Duration time(String seconds) {
        try {
            Duration time = Duration.ofMillis(Math.round(Double.parseDouble(seconds) * 1000));
            last = time.compareTo(last) > 0 ? time : last;
        } catch (NumberFormatException e) {
            // NOPTS: a frame without a time has that of the one before
        }
        return last;
    }

    /** Waits for the next frame's heading; empty when no more come. */
    Optional<Heading> next() throws InterruptedException {
        Optional<Heading> heading = headings.take();
        if (heading.isEmpty()) {
            headings.add(heading); // for whoever asks once more
        }
        return heading;
    }

    Optional<Duration> length() {
        return length;
    }

    /** The last lines that were no news of frames. */
    List<String> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }
}
