package dev.gantry.track;

import dev.gantry.plate.Box;
import dev.gantry.plate.Point;
import dev.gantry.plate.Rejection;
import dev.gantry.plate.Rejection.Reason;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which reads count at all, by place and size. */
final class Gate {

    private final TrackerOptions options;

    Gate(TrackerOptions options) {
        this.options = options;
    }

    /** Why a read does not count; null when it does. */
    @Nullable
    Rejection rejection(PlateRead read, int width, int height) {
        double plateHeight = read.plate().quad().height();
        Box box = read.plate().box();
        var place = new Point(box.center().x() / width, box.center().y() / height);
        if (read.plate().text().isEmpty()) {
            return rejected(read, Reason.UNREADABLE, "no character can be read");
        }
        if (plateHeight < options.minPlateHeight()) {
            return rejected(read, Reason.TOO_SMALL, figures("least", plateHeight, options.minPlateHeight()));
        }
        if (plateHeight > options.maxPlateHeight()) {
            return rejected(read, Reason.TOO_LARGE, figures("most", plateHeight, options.maxPlateHeight()));
        }
        if (!options.include().isEmpty() && !holds(options.include(), place)) {
            return rejected(read, Reason.OUTSIDE, "in none of the zones that are looked at");
        }
        if (holds(options.exclude(), place)) {
            return rejected(read, Reason.OUTSIDE, "in a zone that is left out");
        }
        return null;
    }

    private static boolean holds(List<Zone> zones, Point place) {
        return zones.stream().anyMatch(zone -> zone.contains(place));
    }

    private static String figures(String bound, double height, double needed) {
        return String.format(Locale.ROOT, "%.0f px high, at %s %.0f are wanted", height, bound, needed);
    }

    static Rejection rejected(PlateRead read, Reason reason, String detail) {
        return new Rejection(
                read.plate().box(),
                read.plate().quad(),
                read.plate().detectionScore(),
                reason,
                detail,
                read.plate().text());
    }
}
