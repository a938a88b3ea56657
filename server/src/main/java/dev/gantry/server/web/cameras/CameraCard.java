package dev.gantry.server.web.cameras;

import dev.gantry.plate.Rejection.Reason;
import dev.gantry.server.camera.managed.CameraInfo;
import dev.gantry.server.statistics.Report;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A camera as the page shows it.
 *
 * @param readsToday vehicles of today
 * @param misses candidates of the last day that did not count
 */
public record CameraCard(CameraInfo info, long readsToday, Map<Reason, Long> misses) {

    /** Plates narrower than that are read badly, px. */
    private static final double GOOD_WIDTH = 60;

    /** Plates of less are hardly ever read, px. */
    private static final double LEAST_WIDTH = 40;

    public CameraCard {
        misses = Map.copyOf(misses);
    }

    static Map<String, Long> reads(Report report) {
        Map<String, Long> reads = new HashMap<>();
        report.cameras().forEach(camera -> {
            if (camera.camera() != null) {
                reads.put(camera.camera(), camera.reads());
            }
        });
        return reads;
    }

    public String id() {
        return info.definition().id();
    }

    public String name() {
        return info.definition().name();
    }

    /** {@code online}, {@code stalled}, {@code offline} or {@code off}. */
    public String state() {
        return info.definition().enabled() ? info.status().state().name().toLowerCase(Locale.ROOT) : "off";
    }

    /** How good the state is: {@code good}, {@code fair}, {@code bad} or nothing. */
    public String mark() {
        return switch (state()) {
            case "online" -> "good";
            case "stalled" -> "fair";
            case "offline" -> "bad";
            default -> "";
        };
    }

    /** Whether there is a frame to show. */
    public boolean hasPicture() {
        return info.status().width() > 0;
    }

    /** How to judge the width of its plates: {@code none}, {@code good}, {@code small} or {@code tiny}. */
    public String width() {
        Double median = info.status().plateWidthMedian();
        if (median == null) {
            return "none";
        }
        if (median >= GOOD_WIDTH) {
            return "good";
        }
        return median >= LEAST_WIDTH ? "small" : "tiny";
    }

    /** The median width, px. */
    public long median() {
        Double median = info.status().plateWidthMedian();
        return median == null ? 0 : Math.round(median);
    }

    /** Why plates did not count, most frequent first. */
    public List<Map.Entry<Reason, Long>> reasons() {
        return misses.entrySet().stream()
                .sorted(Map.Entry.<Reason, Long>comparingByValue(Comparator.reverseOrder()).thenComparing(Map.Entry.comparingByKey()))
                .toList();
    }
}
