package dev.gantry.server.camera.managed;

import dev.gantry.server.history.HistoryException;
import dev.gantry.server.sighting.SightingReport;
import dev.gantry.server.sighting.Sightings;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Last reports of one camera's sightings that could not be stored when they came, oldest first. They are in memory alone:
 * what still waits when the camera ends is lost. For one thread.
 */
final class LateReports {

    private static final Logger LOG = LoggerFactory.getLogger(LateReports.class);

    /**
     * One or two for each vehicle, of which one has its frame of up to a megabyte: some 20 MB for a camera, so that a store
     * that is away for hours does not take all memory.
     */
    static final int MOST = 40;

    private final Sightings sightings;
    private final CameraMonitor monitor;
    private final Deque<SightingReport> reports = new ArrayDeque<>();

    LateReports(Sightings sightings, CameraMonitor monitor) {
        this.sightings = sightings;
        this.monitor = monitor;
    }

    /** The oldest makes room. When a vehicle's first report is lost like that, the store passes over its second. */
    void add(SightingReport report) {
        if (reports.size() == MOST) {
            SightingReport lost = reports.removeFirst();
            LOG.error("What camera {} saw at {} is lost: too much waits", lost.camera(), lost.lastSeen());
        }
        reports.addLast(report);
    }

    /** @throws HistoryException when the store still cannot be written; the rest waits on */
    void store() {
        while (!reports.isEmpty()) {
            SightingReport report = reports.removeFirst(); // after any other fault it is not tried again
            try {
                sightings.tell(report).ifPresent(monitor::sighting);
            } catch (HistoryException e) {
                reports.addFirst(report);
                throw e;
            }
        }
    }
}
