package dev.gantry.server.camera.managed;

import dev.gantry.plate.Plate;
import dev.gantry.server.sighting.Sighting;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is known of how a camera is. Safe for use by many threads. */
final class CameraMonitor {

    /** Enough for a median that follows a camera that was turned. */
    private static final int PLATES = 101;

    private final Clock clock;
    private final Consumer<CameraStatus> listener;
    private final Rate frames = new Rate();
    private final Rate analysed = new Rate();
    private final Deque<Double> plateWidths = new ArrayDeque<>();
    private CameraState state = CameraState.OFFLINE;
    private @Nullable String reason;
    private Instant since;
    private boolean told;
    private long dropped;
    private int width;
    private int height;
    private @Nullable Sighting lastSighting;
    private List<String> log = List.of();

    /**
     * @param reason why it is offline at first; nobody is told of that
     * @param listener told of each change of the state
     */
    CameraMonitor(Clock clock, String reason, Consumer<CameraStatus> listener) {
        this.clock = clock;
        this.reason = reason;
        this.listener = listener;
        this.since = clock.instant();
    }

    void online() {
        change(CameraState.ONLINE, null);
    }

    void stalled(String why) {
        change(CameraState.STALLED, why);
    }

    void offline(String why) {
        change(CameraState.OFFLINE, why);
    }

    /** Another reason for the same state is no news, but it is shown. */
    private void change(CameraState now, @Nullable String why) {
        CameraStatus news;
        synchronized (this) {
            boolean same = state == now && told;
            reason = why;
            if (same) {
                return;
            }
            since = state == now ? since : clock.instant();
            state = now;
            told = true;
            news = status();
        }
        listener.accept(news);
    }

    synchronized void frame() {
        frames.happened(System.nanoTime());
    }

    synchronized void size(int newWidth, int newHeight) {
        width = newWidth;
        height = newHeight;
    }

    synchronized void analysed(List<Plate> plates) {
        analysed.happened(System.nanoTime());
        for (Plate plate : plates) {
            plateWidths.add(plate.quad().width());
            if (plateWidths.size() > PLATES) {
                plateWidths.removeFirst();
            }
        }
    }

    synchronized void dropped(long more) {
        dropped += more;
    }

    synchronized void sighting(Sighting sighting) {
        lastSighting = sighting;
    }

    synchronized void log(List<String> lines) {
        log = List.copyOf(lines);
    }

    synchronized boolean is(CameraState asked) {
        return state == asked;
    }

    synchronized CameraStatus status() {
        long now = System.nanoTime();
        double[] widths = plateWidths.stream()
                .mapToDouble(Objects::requireNonNull)
                .sorted()
                .toArray();
        return new CameraStatus(
                state,
                reason,
                since,
                frames.perSecond(now),
                analysed.perSecond(now),
                dropped,
                width,
                height,
                widths.length == 0 ? null : widths[widths.length / 2],
                lastSighting,
                log);
    }
}
