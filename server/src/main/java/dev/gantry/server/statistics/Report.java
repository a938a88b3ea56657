package dev.gantry.server.statistics;

import java.util.List;

/**
 * What was counted.
 *
 * @param reads how many there are
 * @param plates how many different texts
 * @param returning how many of these were seen on more than one day
 * @param hours when they came
 * @param cameras each camera, the one with most reads first
 */
public record Report(Period period, long reads, long plates, long returning, Hours hours, List<CameraReport> cameras) {

    public Report {
        cameras = List.copyOf(cameras);
    }
}
