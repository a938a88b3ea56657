package dev.gantry.server.json;

import dev.gantry.plate.Rejection.Reason;
import dev.gantry.server.sighting.Rejections;
import dev.gantry.server.sighting.Sighting;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What clients are told of a camera beside its definition. */
public final class CameraJson {

    private CameraJson() {}

    /**
     * How a camera is.
     *
     * @param fps frames that come in a second
     * @param analysedFps of those, how many were looked at for plates
     * @param plateWidthMedian of the last plates, px
     * @param rejections what did not count in the last 24 hours, by reason
     * @param log the last lines that ffmpeg wrote
     */
    public record StatusJson(
            String state,
            @Nullable String reason,
            String since,
            double fps,
            double analysedFps,
            long drops,
            int width,
            int height,
            @Nullable Double plateWidthMedian,
            @Nullable KeptSightingJson lastSighting,
            Map<String, Long> rejections,
            List<String> log) {

        public StatusJson {
            rejections = Map.copyOf(rejections);
            log = List.copyOf(log);
        }

        /** As the parts are. */
        public static StatusJson of(
                String state,
                @Nullable String reason,
                Instant since,
                double fps,
                double analysedFps,
                long drops,
                int width,
                int height,
                @Nullable Double plateWidthMedian,
                @Nullable Sighting lastSighting,
                List<Rejections.Hour> rejections,
                List<String> log) {
            return new StatusJson(
                    state,
                    reason,
                    Rounded.time(since),
                    Rounded.pixels(fps),
                    Rounded.pixels(analysedFps),
                    drops,
                    width,
                    height,
                    plateWidthMedian == null ? null : Rounded.pixels(plateWidthMedian),
                    lastSighting == null ? null : KeptSightingJson.of(lastSighting),
                    sum(rejections),
                    log);
        }
    }

    private static Map<String, Long> sum(List<Rejections.Hour> hours) {
        var sum = new TreeMap<String, Long>();
        hours.forEach(hour -> hour.counts().forEach((reason, count) -> sum.merge(reason.name(), count, Long::sum)));
        return sum;
    }

    /** What did not count in one hour. */
    public record HourJson(String hour, Map<String, Long> counts) {
        public HourJson {
            counts = Map.copyOf(counts);
        }

        public static HourJson of(Rejections.Hour hour) {
            var counts = new TreeMap<String, Long>();
            for (Map.Entry<Reason, Long> entry : hour.counts().entrySet()) {
                counts.put(entry.getKey().name(), entry.getValue());
            }
            return new HourJson(Rounded.time(hour.start()), counts);
        }
    }
}
