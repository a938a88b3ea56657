package dev.gantry.server.cli;

import java.time.Duration;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A progress bar on standard error, or nothing at all. */
final class Progress implements AutoCloseable {

    private final @Nullable ProgressBar bar;

    private Progress(@Nullable ProgressBar bar) {
        this.bar = bar;
    }

    /** A bar for so many pictures; none when it is not wanted or there is only one picture. */
    static Progress of(int pictures, boolean wanted) {
        if (!wanted || pictures < 2) {
            return new Progress(null);
        }
        return new Progress(new ProgressBarBuilder()
                .setTaskName("Pictures")
                .setInitialMax(pictures)
                .setStyle(ProgressBarStyle.ASCII)
                .showSpeed()
                .build());
    }

    /** A bar for the seconds of a video, whose length is known only later. */
    static Progress ofVideo(String name, boolean wanted) {
        if (!wanted) {
            return new Progress(null);
        }
        return new Progress(new ProgressBarBuilder()
                .setTaskName(name)
                .setStyle(ProgressBarStyle.ASCII)
                .setUnit(" s", 1)
                .showSpeed()
                .build());
    }

    /** How far in a video the work is. */
    void at(Duration time, Optional<Duration> length) {
        if (bar != null) {
            length.ifPresent(whole -> bar.maxHint(whole.toSeconds()));
            bar.stepTo(time.toSeconds());
        }
    }

    void step() {
        if (bar != null) {
            bar.step();
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
