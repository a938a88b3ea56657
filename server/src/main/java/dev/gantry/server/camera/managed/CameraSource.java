package dev.gantry.server.camera.managed;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Where a camera's pictures come from. Addresses hold no user and no password. */
public sealed interface CameraSource {

    /** RTSP, or HTTP with MJPEG or HLS. */
    record Stream(URI address) implements CameraSource {}

    /**
     * Single pictures that are asked for over HTTP again and again.
     *
     * @param interval from one to the next
     */
    record Snapshots(URI address, Duration interval) implements CameraSource {}

    /** @param loop whether it is played again and again at its own speed, as if it were live; otherwise once, as fast as can be */
    record VideoFile(Path file, boolean loop) implements CameraSource {}

    /** A device of this machine, through Video4Linux. */
    record Device(Path device) implements CameraSource {}

    /**
     * A folder that pictures are put into, such as by a camera's FTP upload.
     *
     * @param moveTo where pictures are moved that were looked at; null when they are deleted
     */
    record Folder(Path folder, @Nullable Path moveTo) implements CameraSource {}
}
