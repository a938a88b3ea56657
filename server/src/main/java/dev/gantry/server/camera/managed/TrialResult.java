package dev.gantry.server.camera.managed;

import java.util.List;

/** What came of trying a camera. */
public sealed interface TrialResult {

    /** @param jpeg its first frame */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Works(int width, int height, byte[] jpeg) implements TrialResult {}

    /** It is there, but has nothing to show by its nature. */
    record Waits(String remark) implements TrialResult {}

    /** @param log the last lines that ffmpeg wrote, without secrets */
    record Fails(String reason, List<String> log) implements TrialResult {
        public Fails {
            log = List.copyOf(log);
        }
    }
}
