package dev.gantry.server.camera.managed;

import dev.gantry.track.StaticText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A camera that is set up, and what watches it at the moment. */
final class Watched {

    private final CameraDefinition definition;
    private final boolean editable;
    private final CameraMonitor monitor;
    private final Latest latest = new Latest();
    private @Nullable CameraRunner runner;
    private boolean stopped;

    Watched(CameraDefinition definition, boolean editable, CameraMonitor monitor) {
        this.definition = definition;
        this.editable = editable;
        this.monitor = monitor;
    }

    /** Unless it is switched off, watched already or gone again. */
    synchronized void start(Workshop workshop) {
        if (definition.enabled() && runner == null && !stopped) {
            runner = new CameraRunner(definition, workshop, monitor, latest);
        }
    }

    /** May take seconds, during which it can still be asked how it is. */
    void stop() {
        CameraRunner ending;
        synchronized (this) {
            stopped = true;
            ending = runner;
        }
        if (ending != null) {
            ending.stop();
        }
        latest.close();
    }

    CameraDefinition definition() {
        return definition;
    }

    boolean isEditable() {
        return editable;
    }

    Latest latest() {
        return latest;
    }

    synchronized CameraInfo info() {
        List<StaticText> masks = runner == null ? List.of() : runner.staticTexts();
        return new CameraInfo(definition, editable, monitor.status(), masks);
    }
}
