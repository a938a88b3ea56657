package dev.gantry.server.bench;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * All figures of one run.
 *
 * @param jpeg what decoded JPEG files
 * @param pictures different pictures
 * @param peakMiB this process's largest resident memory, MiB, the picture files included; null when the system does not tell
 * @param preloadedBytes bytes of the picture files, which a server would not hold
 */
public record BenchReport(
        Machine machine,
        String detector,
        String reader,
        String jpeg,
        int pictures,
        List<Load> loads,
        Stages stages,
        StartUp startUp,
        @Nullable Double peakMiB,
        long preloadedBytes) {

    private static final double BYTES_PER_MIB = 1 << 20;

    public BenchReport {
        loads = List.copyOf(loads);
    }

    public String toText() {
        var text = new StringBuilder();
        line(text, "Machine     %d processors, %s", machine.processors(), machine.cpu());
        line(text, "            %s, %s, load average %.2f", machine.system(), machine.java(), machine.loadAverage());
        line(text, "Models      %s, %s", detector, reader);
        line(text, "JPEG        decoded by %s", jpeg);
        line(text, "Pictures    %d, %.1f MiB of files", pictures, preloadedBytes / BYTES_PER_MIB);
        line(text, "");
        line(text, "threads  pictures  images/s  ms p50     p95     p99");
        for (Load load : loads) {
            line(
                    text,
                    "%7d  %8d  %8.1f  %6.1f  %6.1f  %6.1f",
                    load.threads(),
                    load.pictures(),
                    load.imagesPerSecond(),
                    load.p50(),
                    load.p95(),
                    load.p99());
        }
        line(text, "");
        line(text, "Stages      decode %.1f ms, detect %.1f ms", stages.decode(), stages.detect());
        if (stages.read() != null) {
            line(text, "            read %.1f ms a plate", stages.read());
        }
        line(text, "Start-up    first answer after %.0f ms%s", startUp.firstAnswerMs(), atMost(startUp.peakMiB()));
        if (peakMiB != null) {
            line(text, "Memory      %.0f MiB at most, under load, the files included", peakMiB);
        }
        return text.toString();
    }

    private static String atMost(@Nullable Double mebibytes) {
        return mebibytes == null ? "" : String.format(Locale.ROOT, ", %.0f MiB at most", mebibytes);
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }
}
