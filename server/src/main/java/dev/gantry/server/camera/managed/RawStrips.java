package dev.gantry.server.camera.managed;

import dev.gantry.image.Image;
import dev.gantry.plate.Box;
import dev.gantry.plate.Plate;
import dev.gantry.server.recognition.StripEncoder;
import dev.gantry.track.PlateRead;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Small pictures of what was read in each frame, for as long as the reads may yet become part of a sighting. For one thread. */
final class RawStrips {

    /** Enough for a person to read it, and about 2 KB. */
    private static final int WIDTH = 160;

    /** A larger one is no plate that was cut out well. */
    private static final int MOST_BYTES = 8 << 10;

    private final int most;
    private final Map<Place, byte[]> strips = new HashMap<>();

    /** Where and when a plate was read. */
    private record Place(Duration time, Box box) {}

    /** @param most strips of one sighting; 0 for none */
    RawStrips(int most) {
        this.most = most;
    }

    void add(Duration time, Image frame, List<Plate> plates) {
        if (most == 0) {
            return;
        }
        for (Plate plate : plates) {
            byte[] strip = StripEncoder.jpeg(frame, plate.quad(), WIDTH);
            if (strip.length <= MOST_BYTES) {
                strips.put(new Place(time, plate.box()), strip);
            }
        }
    }

    /** Drops those of all other times. */
    void retain(Set<Duration> times) {
        strips.keySet().removeIf(place -> !times.contains(place.time()));
    }

    /** The reads whose strips are kept, the sharpest, each as itself. */
    Set<PlateRead> chosen(List<PlateRead> reads) {
        Set<PlateRead> chosen = Collections.newSetFromMap(new IdentityHashMap<>());
        reads.stream()
                .sorted(Comparator.comparingDouble(PlateRead::sharpness).reversed())
                .limit(most)
                .forEach(chosen::add);
        return chosen;
    }

    byte @Nullable [] of(PlateRead read) {
        return strips.get(new Place(read.time(), read.plate().box()));
    }
}
